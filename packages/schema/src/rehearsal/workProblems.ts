import type { BoardAccount, Rehearsed, StepAccount, Tries } from './RehearsalAccount.ts'
import { rehearsalProblem, type RehearsalProblem } from './RehearsalProblem.ts'

/** Steps in which people could not do what they were asked for, or in which something of it did not stay. */
export function workProblems({ account }: Rehearsed): readonly RehearsalProblem[] {
  return account.steps.flatMap((step) => {
    const { stepId, hasStarted, boards } = step
    if (!hasStarted) return [rehearsalProblem('step.notStarted', { stepId })]
    return [...boards.flatMap((board) => boardProblems(step, board, account.waitSeconds)), ...hiddenProblems(step)]
  })
}

function boardProblems(
  { stepId }: StepAccount,
  { groupId, notes, hasNoField, recommendations, unsaved, lost }: BoardAccount,
  seconds: number,
): readonly RehearsalProblem[] {
  const at = { stepId, groupId }
  return [
    ...(isVain(notes) ? [rehearsalProblem('notes.refused', { ...at, figures: { people: notes.tried } })] : []),
    ...(hasNoField && notes.done > 0 ? [rehearsalProblem('notes.onlyBeside', at)] : []),
    ...(isVain(recommendations)
      ? [rehearsalProblem('recommendations.refused', { ...at, figures: { people: recommendations.tried } })]
      : []),
    ...(unsaved > 0 ? [rehearsalProblem('edits.unsaved', { ...at, figures: { people: unsaved, seconds } })] : []),
    ...(lost > 0 ? [rehearsalProblem('text.lost', { ...at, figures: { texts: lost } })] : []),
  ]
}

function isVain({ tried, done }: Tries): boolean {
  return tried > 0 && done === 0
}

function hiddenProblems({ stepId, hidden }: StepAccount): readonly RehearsalProblem[] {
  if (!hidden) return []
  const { written, shown } = hidden
  if (shown >= written && shown > 0) return []
  if (written === 0) return [rehearsalProblem('hidden.nothing', { stepId })]
  return [rehearsalProblem('hidden.missing', { stepId, figures: { written, shown } })]
}
