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

/** How many people (not screens) are connected now. */
export function countPeople(seats: readonly SeatRecord[]): number {
  return seats.filter((seat) => seat.isPresent && seat.role !== 'screen').length
}

function nameOf(seat: SeatRecord): string {
  return seat.name || seat.organisation
}
