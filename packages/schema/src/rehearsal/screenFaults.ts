import type { RunState, Step } from '../run-state/RunState.ts'
import type { ScreenLayout } from '../run-state/Stage.ts'
import type { Plan } from './Plan.ts'
import { after, boardsAt, hasRecommendationsBy, LAYOUTS_OF_NOTES, opens, upTo } from './planCourse.ts'
import { planProblem, type PlanFault, type PlanProblem } from './PlanProblem.ts'

/** Layouts that put the recommendations of all groups together. */
const OF_RECOMMENDATIONS: readonly ScreenLayout[] = ['recommendations', 'ranking', 'matrix', 'commitments']

/** Pictures of the screen that would be empty, or that nobody has on the own device. */
export function screenFaults(plan: Plan): readonly PlanProblem[] {
  return plan.run.steps.flatMap((step) => faultsOf(plan, step).map((code) => planProblem(code, { stepId: step.id })))
}

function faultsOf(plan: Plan, step: Step): readonly PlanFault[] {
  const { run } = plan
  const isOfNotes = LAYOUTS_OF_NOTES.includes(step.screen)
  const isOfRecommendations = OF_RECOMMENDATIONS.includes(step.screen)
  const isClosed = (isOfNotes || isOfRecommendations) && !step.isPlenaryOpen
  return [
    ...(step.screen === 'vote' && !hasVoteBy(run, step) ? (['screen.withoutVote'] as const) : []),
    ...(isClosed ? (['screen.plenaryClosed'] as const) : []),
    ...(isOfNotes && isTooEarly(plan, step) ? (['screen.beforeGroupWork'] as const) : []),
    ...(isOfRecommendations && !hasRecommendationsBy(plan, step) ? (['screen.beforeRecommendations'] as const) : []),
  ]
}

/** The screen goes on showing the result of an earlier vote. */
function hasVoteBy(run: RunState, step: Step): boolean {
  return run.rounds.length > 0 || upTo(run, step).some(({ vote }) => vote !== null)
}

/** The groups begin to write only afterwards. Where they never do, the common board alone is meant. */
function isTooEarly(plan: Plan, step: Step): boolean {
  if (boardsAt(plan, 'groups').some(({ items }) => items > 0)) return false
  const isGroupWork = (other: Step): boolean => opens(other, 'items', 'groups')
  return !upTo(plan.run, step).some(isGroupWork) && after(plan.run, step).some(isGroupWork)
}
