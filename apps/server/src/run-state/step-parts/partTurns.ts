import { beginPart, type GroupId, type RunState, type StepRun } from '@tafelrunde/schema/plain'

/** The next part of a running step: everybody's, or that of a group that runs on its own. */
export interface PlannedPart {
  /** Another step, another part or another end is another key. */
  readonly key: string
  /** Null: the run that counts for everybody without one of their own. */
  readonly groupId: GroupId | null
  /** When the part that is on ends; epoch milliseconds. */
  readonly at: number
}

/** Every part that is still to begin next, or overdue. None in a workshop that was closed. */
export function partTurnsOf(run: RunState): readonly PlannedPart[] {
  if (run.closedAt !== null) return []
  const runs: (readonly [GroupId | null, StepRun | null])[] = [
    [null, run.current],
    ...Object.entries(run.groupRuns).map(([groupId, own]) => [groupId as GroupId, own] as const),
  ]
  return runs.flatMap(([groupId, stepRun]) => {
    if (!stepRun?.part || stepRun.part.endsAt === null || !nextRun(run, stepRun)) return []
    const { index, startedAt, endsAt } = stepRun.part
    return [
      { key: ['part', groupId ?? 'all', stepRun.stepId, index, startedAt, endsAt].join(' '), groupId, at: endsAt },
    ]
  })
}

/** The run state after these parts have begun, each when the one before it ended. */
export function afterPartTurns(run: RunState, turns: readonly PlannedPart[]): RunState {
  const turning = new Set(turns.map(({ groupId }) => groupId))
  const turn = <T extends StepRun | null>(stepRun: T, groupId: GroupId | null): T =>
    stepRun && turning.has(groupId) ? { ...stepRun, ...nextRun(run, stepRun) } : stepRun
  return {
    ...run,
    current: turn(run.current, null),
    groupRuns: Object.fromEntries(
      Object.entries(run.groupRuns).map(([groupId, own]) => [groupId, turn(own, groupId as GroupId)]),
    ),
  }
}

function nextRun(run: RunState, stepRun: StepRun): StepRun | null {
  const step = run.steps.find(({ id }) => id === stepRun.stepId)
  const { part } = stepRun
  if (!step || part?.endsAt == null) return null
  const next = beginPart(step, part.index + 1, part.endsAt)
  return next && { ...stepRun, part: next }
}
