import type { GroupId, RunState, StepRun } from '@tafelrunde/schema/plain'

/** A running step: everybody's (`groupId` null), or that of a group that runs on its own. */
export interface OwnedRun {
  readonly groupId: GroupId | null
  readonly stepRun: StepRun
}

/** Everything that runs in a workshop. */
export function stepRunsOf({ current, groupRuns }: Pick<RunState, 'current' | 'groupRuns'>): readonly OwnedRun[] {
  const own = Object.entries(groupRuns).map(([groupId, stepRun]) => ({ groupId: groupId as GroupId, stepRun }))
  return [...(current ? [{ groupId: null, stepRun: current }] : []), ...own]
}

/** Everything that runs in a workshop, changed. */
export function mapStepRuns(
  { current, groupRuns }: Pick<RunState, 'current' | 'groupRuns'>,
  change: (stepRun: StepRun, groupId: GroupId | null) => StepRun,
): Pick<RunState, 'current' | 'groupRuns'> {
  return {
    current: current && change(current, null),
    groupRuns: Object.fromEntries(
      Object.entries(groupRuns).map(([groupId, own]) => [groupId, change(own, groupId as GroupId)]),
    ),
  }
}
