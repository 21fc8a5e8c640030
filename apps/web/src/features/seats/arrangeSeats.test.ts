import type { SeatRecord } from '@tafelrunde/protocol'
import type { Group, GroupId } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { arrangeSeats, countPeople } from './arrangeSeats.ts'

const groups = [
  { id: 'a' as GroupId, letter: 'A', name: 'Kommunen' },
  { id: 'b' as GroupId, letter: 'B', name: 'Familien' },
] as Group[]

function aSeat(name: string, change: Partial<SeatRecord> = {}): SeatRecord {
  return {
    id: name,
    name,
    organisation: 'Land A',
    role: 'participant',
    groupId: 'a',
    joinedAt: 1,
    isPresent: true,
    isWaiting: false,
    isMuted: false,
    people: 1,
    companions: '',
    ...change,
  }
}

const seats = [
  aSeat('Zoe'),
  aSeat('Anna', { isPresent: false }),
  aSeat('Ben', { groupId: 'b', organisation: 'Bundesressort 1' }),
  aSeat('Maria', { groupId: null, role: 'moderator' }),
  aSeat('Beamer', { groupId: null, role: 'screen' }),
]

function namesIn(search: string): readonly (readonly string[])[] {
  return arrangeSeats({ seats, groups, search }).map((section) => section.seats.map((seat) => seat.name))
}

describe('arrangeSeats', () => {
  it('lists people by group, who is here first, and leaves screens out', () => {
    expect(namesIn('')).toEqual([['Zoe', 'Anna'], ['Ben'], ['Maria']])
  })

  it('finds by name, organisation or group, and every word counts', () => {
    expect(namesIn('bundes')).toEqual([['Ben']])
    expect(namesIn('kommunen anna')).toEqual([['Anna']])
    expect(namesIn('anna familien')).toEqual([])
  })
})

it('counts people who are here, all of a room that shares a device, not screens', () => {
  expect(countPeople(seats)).toBe(3)
  expect(countPeople([...seats, aSeat('Raum 2', { people: 5 })])).toBe(8)
})
