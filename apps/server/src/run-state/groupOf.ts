import { AppError } from '@tafelrunde/protocol'
import type { Group, RunState } from '@tafelrunde/schema/plain'

/** The group that a command names. @throws AppError `group.unknown` */
export function groupOf(run: RunState, groupId: string): Group {
  const group = run.groups.find(({ id }) => id === groupId)
  if (!group) throw new AppError('group.unknown', 'the workshop has no such group')
  return group
}
