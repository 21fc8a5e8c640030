import { fieldOf, TEMPLATES, templateOf } from '../canvas/templates.ts'
import { FREE_FIELD } from '../ids.ts'
import type { Step } from '../run-state/RunState.ts'
import type { VotePlan } from '../run-state/VotePlan.ts'
import type { Plan } from './Plan.ts'
import { boardsAt, givesCanvases, hasRecommendationsBy, opens, upTo } from './planCourse.ts'
import { planProblem, type PlanFault, type PlanProblem } from './PlanProblem.ts'

/** Votes that nobody could open, understand or hand out. */
export function voteFaults(plan: Plan): readonly PlanProblem[] {
  return plan.run.steps.flatMap((step) => {
    const { vote } = step
    if (!vote) return []
    const stepId = step.id
    const figures = { votes: vote.votesPerSeat, most: vote.maxPerOption }
    return [
      ...(vote.question.trim() === '' ? [planProblem('vote.withoutQuestion', { stepId })] : []),
      ...(isUneven(vote) ? [planProblem('vote.figuresDisagree', { stepId, figures })] : []),
      ...subjectFaults(plan, step, vote).map((code) => planProblem(code, { stepId })),
    ]
  })
}

function isUneven({ kind, votesPerSeat, maxPerOption }: VotePlan): boolean {
  if (kind === 'choice' || kind === 'estimate') return false
  return votesPerSeat < 1 || maxPerOption < 1 || maxPerOption > votesPerSeat
}

function subjectFaults(plan: Plan, step: Step, vote: VotePlan): readonly PlanFault[] {
  switch (vote.subject) {
    case 'options':
      return optionsOf(vote).size < 2 ? ['vote.tooFewOptions'] : []
    case 'recommendations':
      return hasRecommendationsBy(plan, step) ? [] : ['vote.withoutRecommendations']
    case 'notes': {
      const isThere = boardsAt(plan, vote.where).some(({ items }) => items > 0)
      const isWritten = upTo(plan.run, step).some((earlier) => opens(earlier, 'items', vote.where))
      if (!isThere && !isWritten) return ['vote.withoutNotes']
      return isFieldMissing(plan, step, vote) ? ['vote.fieldMissing'] : []
    }
  }
}

function optionsOf(vote: VotePlan): ReadonlySet<string> {
  return new Set(vote.options.map((option) => option.trim()).filter(Boolean))
}

/** No board has the field that the vote is about, and no step before it can bring a canvas with it. */
function isFieldMissing(plan: Plan, step: Step, { fieldId, where }: VotePlan): boolean {
  if (fieldId === null || fieldId === FREE_FIELD) return false
  const boards = boardsAt(plan, where)
  if (boards.length === 0 || boards.some(({ isReadable }) => !isReadable)) return false
  const isOn = ({ templateId }: { readonly templateId: string }) => fieldOf(templateOf(templateId), fieldId) !== null
  if (boards.some(({ canvases }) => canvases.some(isOn))) return false
  const mayGetCanvases = upTo(plan.run, step).some(
    (earlier) =>
      opens(earlier, 'canvases', where) || (earlier !== step && where === 'groups' && givesCanvases(earlier)),
  )
  return !mayGetCanvases || !Object.values(TEMPLATES).some((template) => fieldOf(template, fieldId) !== null)
}
