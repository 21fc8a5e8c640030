import type { RunState } from '../run-state/RunState.ts'
import type { Rehearsed, StepAccount } from './RehearsalAccount.ts'
import { rehearsalProblem, type RehearsalProblem } from './RehearsalProblem.ts'

/** What somebody should have seen and did not: on the screen, in the plenary, in the cockpit. */
export function showingProblems({ run, account }: Rehearsed): readonly RehearsalProblem[] {
  return account.steps.flatMap((step) => [
    ...(step.isScreenEmpty && !isForWantOfVote(run, step)
      ? [rehearsalProblem('screen.empty', { stepId: step.stepId })]
      : []),
    ...plenaryProblems(step),
    ...step.signals
      .filter(({ isSeen }) => !isSeen)
      .map(({ groupId, type }) =>
        rehearsalProblem(`${type}.unseen`, {
          stepId: step.stepId,
          groupId,
          figures: { seconds: account.waitSeconds },
        }),
      ),
  ])
}

/** That a vote could not be opened is told already; its screen shows the same once more. */
function isForWantOfVote({ steps }: RunState, { stepId, vote }: StepAccount): boolean {
  return typeof vote?.refusal === 'string' && steps.some(({ id, screen }) => id === stepId && screen === 'vote')
}

function plenaryProblems({ stepId, plenary }: StepAccount): readonly RehearsalProblem[] {
  if (!plenary) return []
  if (plenary.isRefused) return [rehearsalProblem('plenary.refused', { stepId })]
  return plenary.entries === 0 ? [rehearsalProblem('plenary.empty', { stepId })] : []
}
