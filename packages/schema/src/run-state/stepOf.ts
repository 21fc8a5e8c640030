import type { GroupId } from '../ids.ts'
import type { RunState, Step, StepRun } from './RunState.ts'
import { withPartRules } from './stepPartRun.ts'

/** The run that counts for a group: its own one, else everybody's. */
export function stepRunOf(run: RunState, groupId: GroupId): StepRun | null {
  return run.groupRuns[groupId] ?? run.current
}

/** The step that counts for a group, with what its part says otherwise, or null when none runs. */
export function stepOf(run: RunState, groupId: GroupId): Step | null {
  const stepRun = stepRunOf(run, groupId)
  const step = run.steps.find(({ id }) => id === stepRun?.stepId)
  return step && stepRun ? withPartRules(step, stepRun) : null
}
