import {
  beginPart,
  partOf,
  type GroupId,
  type PartRun,
  type RunState,
  type StepId,
  type StepRun,
} from '@tafelrunde/schema/plain'
import { mapStepRuns, stepRunsOf } from '../stepRuns.ts'

/** The next part of a running step: everybody's, or that of a group that runs on its own. */
export interface PlannedPart {
  /** Another step, another part or another end is another key. */
  readonly key: string
  /** Null: the run that counts for everybody without one of their own. */
  readonly groupId: GroupId | null
  readonly stepId: StepId
  /** When the part that is on ends; epoch milliseconds. */
  readonly at: number
}

/** Every part that is still to begin next, or overdue. None in a workshop that was closed. */
export function partTurnsOf(run: RunState): readonly PlannedPart[] {
  if (run.closedAt !== null) return []
  return stepRunsOf(run).flatMap(({ groupId, stepRun }) => {
    const at = stepRun.part?.endsAt ?? null
    if (!stepRun.part || at === null || !nextPart(run, stepRun, at)) return []
    const { partId, startedAt } = stepRun.part
    const key = ['part', groupId ?? 'all', stepRun.stepId, partId, startedAt, at].join(' ')
    return [{ key, groupId, stepId: stepRun.stepId, at }]
  })
}

/**
 * The run state after these parts have begun, at server time `now`. A part has its full time from the moment in which
 * people get it: writers were asked for what they have before, a disk has waited, a clock was set.
 */
export function afterPartTurns(run: RunState, turns: readonly PlannedPart[], now: number): RunState {
  const turning = new Set(turns.map(({ groupId }) => groupId))
  const turn = (stepRun: StepRun, groupId: GroupId | null): StepRun =>
    turning.has(groupId) ? { ...stepRun, part: nextPart(run, stepRun, now) ?? stepRun.part } : stepRun
  return { ...run, ...mapStepRuns(run, turn) }
}

function nextPart(run: RunState, stepRun: StepRun, now: number): PartRun | null {
  const step = run.steps.find(({ id }) => id === stepRun.stepId)
  const placed = step && partOf(step, stepRun)
  return placed ? beginPart(step, placed.index + 1, Math.max(stepRun.part?.endsAt ?? now, now)) : null
}
