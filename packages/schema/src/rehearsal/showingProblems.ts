import type { Rehearsed, StepAccount } from './RehearsalAccount.ts'
import { rehearsalProblem, type RehearsalProblem } from './RehearsalProblem.ts'

/** What somebody should have seen and did not: on the screen, in the plenary, in the cockpit. */
export function showingProblems({ account }: Rehearsed): readonly RehearsalProblem[] {
  return account.steps.flatMap((step) => [
    ...(step.isScreenEmpty ? [rehearsalProblem('screen.empty', { stepId: step.stepId })] : []),
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

function plenaryProblems({ stepId, plenary }: StepAccount): readonly RehearsalProblem[] {
  if (!plenary) return []
  if (plenary.isRefused) return [rehearsalProblem('plenary.refused', { stepId })]
  return plenary.entries === 0 ? [rehearsalProblem('plenary.empty', { stepId })] : []
}
