import type { GroupId, RunState } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { aGroup, aRunState } from '../testing/aRunState.ts'
import { expectPeople, type KnownPeople } from './expectPeople.ts'

const sized = (...sizes: readonly (number | null)[]): RunState => ({
  ...aRunState(),
  groups: [aGroup({ kind: 'common' }), ...sizes.map((maxSeats) => aGroup({ maxSeats }))],
})
const nobody: KnownPeople = {
  seating: { mode: 'free', entries: [] },
  seatsPerGroup: {},
  seatsWithoutGroup: 0,
  entriesPerPerson: 0,
}

/** How many are expected in each group, in the order of the groups. */
function sizesOf(run: RunState, known: KnownPeople): readonly number[] {
  const people = expectPeople(run, known)
  return run.groups.slice(1).map(({ id }) => people.filter(({ groupId }) => groupId === id).length)
}

test('[RH5] without anybody known the groups say how many: what fits, three where nothing is said, five at most', () => {
  expect(sizesOf(sized(1, 2, 4, 30, null), nobody)).toEqual([1, 2, 4, 5, 3])
})

test('[RH5] who has a seat already counts, two to five in a group', () => {
  const run = sized(8, 8, 8)
  const ids = run.groups.slice(1).map(({ id }) => id)
  const seats = [1, 4, 8]
  const seatsPerGroup = Object.fromEntries(ids.map((id, at) => [id, seats[at] ?? 0])) as Record<GroupId, number>
  expect(sizesOf(run, { ...nobody, seatsPerGroup })).toEqual([2, 4, 5])
})

test('[RH5] the list is played under its names, each person once, and houses by somebody of the house', () => {
  const run = sized(8, 8)
  const [first, second] = run.groups.slice(1).map(({ id }) => id) as [GroupId, GroupId]
  const entries = [
    { name: 'Ada', organisation: 'Amt', groupId: first },
    { name: 'Dr. Ada', organisation: 'AMT', groupId: second },
    { name: '', organisation: 'Kreis', groupId: second },
  ]
  const people = expectPeople(run, { ...nobody, seating: { mode: 'wait', entries } })
  expect(people.filter(({ name }) => name.includes('Ada'))).toEqual([
    { name: 'Ada', organisation: 'Amt', groupId: first, isListed: true },
  ])
  const ofHouse = people.filter(({ organisation }) => organisation === 'Kreis')
  expect(ofHouse.length).toBeGreaterThan(1)
  expect(ofHouse.every(({ groupId, isListed }) => groupId === second && isListed)).toBe(true)
  expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
})

test('[RH5] forty in all, and no group is left out before others are full', () => {
  const sizes = sizesOf(sized(...Array.from({ length: 15 }, () => 5)), nobody)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(40)
  expect(Math.min(...sizes)).toBe(2)
})

test('[RH5] fewer where everybody would have to open large boards', () => {
  const run = sized(...Array.from({ length: 8 }, () => 5))
  const count = (entriesPerPerson: number) => expectPeople(run, { ...nobody, entriesPerPerson }).length
  expect([0, 1_000, 3_000, 10_000].map(count)).toEqual([40, 40, 20, 6])
})

test('[RH5] whoever finds no place in groups that all have a size comes, too', () => {
  const known = { ...nobody, seatsWithoutGroup: 7 }
  const withoutGroup = (run: RunState) => expectPeople(run, known).filter(({ groupId }) => groupId === null).length
  expect(withoutGroup(sized(2, 2))).toBe(3)
  expect(withoutGroup(sized(2, null))).toBe(0)
})
