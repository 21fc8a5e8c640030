import type { SeatRecord } from '@tafelrunde/protocol'
import type { Group } from '@tafelrunde/schema/plain'

/** The seats of one group, or of those who have none. */
export interface SeatSection {
  readonly key: string
  readonly group: Group | null
  readonly seats: readonly SeatRecord[]
}

/** Seats by group in the order of the workshop, who has none at the end; who is here first, then by name. Screens are devices, not people. */
export function arrangeSeats(wish: {
  readonly seats: readonly SeatRecord[]
  readonly groups: readonly Group[]
  readonly search: string
}): readonly SeatSection[] {
  const { groups } = wish
  const words = wish.search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const nameOfGroup = new Map<string | null, string>(groups.map((group) => [group.id, `${group.letter} ${group.name}`]))
  const found = wish.seats
    .filter((seat) => seat.role !== 'screen')
    .filter((seat) => {
      const text = `${seat.name} ${seat.organisation} ${nameOfGroup.get(seat.groupId) ?? ''}`.toLocaleLowerCase()
      return words.every((word) => text.includes(word))
    })
    .toSorted((a, b) => Number(b.isPresent) - Number(a.isPresent) || nameOf(a).localeCompare(nameOf(b)))
  const sections: SeatSection[] = groups.map((group) => ({
    key: group.id,
    group,
    seats: found.filter((seat) => seat.groupId === group.id),
  }))
  const known = new Set<string | null>(groups.map((group) => group.id))
  sections.push({ key: 'none', group: null, seats: found.filter((seat) => !known.has(seat.groupId)) })
  return sections.filter((section) => section.seats.length > 0)
}

/** How many people sit at these seats: a room that shares a device counts as many. */
export function peopleIn(seats: readonly Pick<SeatRecord, 'people'>[]): number {
  return seats.reduce((sum, { people }) => sum + people, 0)
}

/** How full a group is: seats where there is a bound, which counts seats, else people. */
export function fillOf(
  seats: readonly Pick<SeatRecord, 'people'>[],
  max: number | null,
): { readonly count: number; readonly max: number | null } {
  return { count: max === null ? peopleIn(seats) : seats.length, max }
}

/** How many people (not screens) are connected now. */
export function countPeople(seats: readonly SeatRecord[]): number {
  return peopleIn(seats.filter((seat) => seat.isPresent && seat.role !== 'screen'))
}

/** Whether the seat is one of those that groups are made of. */
export function belongsToGroups({ role }: Pick<SeatRecord, 'role'>): boolean {
  return role === 'participant' || role === 'scribe'
}

function nameOf(seat: SeatRecord): string {
  return seat.name || seat.organisation
}
