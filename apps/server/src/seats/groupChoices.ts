import type { InviteResponse } from '@tafelrunde/protocol'
import type { Group, RunState } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'

/** The groups of a workshop as somebody who chooses sees them: topic, and how many have sat down. */
export function groupChoices(run: RunState, seats: readonly Pick<Seat, 'groupId'>[]): InviteResponse['groups'] {
  return breakoutGroups(run).map((group) => ({
    ...briefOf(group),
    seats: seats.filter(({ groupId }) => groupId === group.id).length,
    maxSeats: group.maxSeats,
  }))
}

/** Groups that people can belong to; everybody belongs to the common board. */
export function breakoutGroups(run: RunState): readonly Group[] {
  return run.groups.filter(({ kind }) => kind === 'group')
}

/** What the join page says about a group. */
export function briefOf({ id, letter, colour, name, topic }: Group): NonNullable<InviteResponse['group']> {
  return { id, letter, colour, name, topic }
}
