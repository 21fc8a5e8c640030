import { groupByList } from '@tafelrunde/protocol'
import type { Group, RunState } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import { breakoutGroups } from './groupChoices.ts'
import type { Seating } from './SeatingStore.ts'

/** Somebody who needs a group, or has one already. */
export type Sitter = Pick<Seat, 'name' | 'organisation' | 'groupId' | 'people'>

/** Where a newcomer may be put; `maxSeats` null where the moderators' list says so, whatever the size of the group. */
export interface Placement {
  readonly group: Group
  readonly maxSeats: number | null
}

/**
 * Where somebody is put who has no group and does not choose, best place first; empty: they wait on the common board.
 * Pure. The list counts first. Where groups fill up by themselves, the next place is in the smallest group that has
 * room, and of equally small ones in that with the fewest people of the same organisation.
 */
export function placeNewcomer(question: {
  readonly run: RunState
  readonly seating: Seating
  readonly seats: readonly Sitter[]
  readonly newcomer: Pick<Sitter, 'name' | 'organisation'>
}): readonly Placement[] {
  const { run, seating, seats, newcomer } = question
  const groups = breakoutGroups(run)
  const match = groupByList(seating.entries, newcomer)
  const listed = match.kind === 'group' ? groups.find(({ id }) => id === match.groupId) : undefined
  if (listed) return [{ group: listed, maxSeats: null }]
  // Whoever stands on the list twice is for the moderators to decide, not for chance.
  if (match.kind === 'ambiguous' || seating.mode !== 'smallest') return []
  return groups
    .map((group) => ({ group, ...fillOf(group, seats, newcomer.organisation) }))
    .filter(({ group, taken }) => group.maxSeats === null || taken < group.maxSeats)
    .toSorted((a, b) => a.people - b.people || a.sameHouse - b.sameHouse)
    .map(({ group }) => ({ group, maxSeats: group.maxSeats }))
}

function fillOf(group: Group, seats: readonly Sitter[], organisation: string) {
  const members = seats.filter(({ groupId }) => groupId === group.id)
  return {
    taken: members.length,
    people: members.reduce((sum, { people }) => sum + people, 0),
    sameHouse: organisation === '' ? 0 : members.filter((seat) => seat.organisation === organisation).length,
  }
}
