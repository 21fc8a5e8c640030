import { softEndOf, type GroupId, type RunState, type Step } from '@tafelrunde/schema/plain'
import { mapStepRuns, stepRunsOf } from '../stepRuns.ts'

/** One running step that will end softly: everybody's, or the one of a group that runs on its own. */
export interface PlannedEnd {
  /** Another step, another start or another end is another key. */
  readonly key: string
  /** Null: the run that counts for everybody without one of their own. */
  readonly groupId: GroupId | null
  readonly step: Step
  /** From here on the boards are only read; epoch milliseconds. */
  readonly closesAt: number
}

/** Every soft end that is still to come, or overdue. None in a workshop that was closed. */
export function softEndsOf(run: RunState): readonly PlannedEnd[] {
  if (run.closedAt !== null) return []
  return stepRunsOf(run).flatMap(({ groupId, stepRun }) => {
    const step = run.steps.find(({ id }) => id === stepRun.stepId)
    const end = step && softEndOf(step, stepRun)
    if (!end) return []
    const key = [groupId ?? 'all', stepRun.stepId, stepRun.startedAt, stepRun.endsAt].join(' ')
    return [{ key, groupId, step, closesAt: end.closesAt }]
  })
}

/** The run state after these ends have come. */
export function afterEnds(run: RunState, ends: readonly PlannedEnd[]): RunState {
  const closed = new Set(ends.map(({ groupId }) => groupId))
  return {
    ...run,
    ...mapStepRuns(run, (stepRun, groupId) => (closed.has(groupId) ? { ...stepRun, isClosed: true } : stepRun)),
  }
}
