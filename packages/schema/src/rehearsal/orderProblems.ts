import type { GroupId, StepId } from '../ids.ts'
import { compareStrings } from '../order.ts'
import type { RunState } from '../run-state/RunState.ts'
import { PLAN_SEVERITIES, type PlanSeverity } from './PlanProblem.ts'

/** What of a problem decides its place in the list. */
interface Placed {
  readonly code: string
  readonly severity: PlanSeverity
  readonly stepId: StepId | null
  readonly groupId: GroupId | null
}

/** The problems as they are told: the worst first, then in the order of the run sheet. */
export function orderProblems<P extends Placed>(run: Pick<RunState, 'steps'>, problems: readonly P[]): readonly P[] {
  const places = new Map(run.steps.map(({ id }, index) => [id, index]))
  const placeOf = ({ stepId }: Placed): number => (stepId === null ? -1 : (places.get(stepId) ?? -1))
  return problems.toSorted(
    (a, b) =>
      PLAN_SEVERITIES.indexOf(a.severity) - PLAN_SEVERITIES.indexOf(b.severity) ||
      placeOf(a) - placeOf(b) ||
      compareStrings(a.code, b.code) ||
      compareStrings(a.groupId ?? '', b.groupId ?? ''),
  )
}
