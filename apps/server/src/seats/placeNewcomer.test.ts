import { newId, NOTHING_YET, type Group, type GroupId, type RunState } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { TestWorkshop } from '../../test/sync/inProcess.ts'
import { placeNewcomer, type Sitter } from './placeNewcomer.ts'
import type { Seating } from './SeatingStore.ts'

const workshop = new TestWorkshop()
const { groupA, groupB } = workshop
const run = { ...(workshop.current(workshop.id) as RunState), ...NOTHING_YET }

function aSitter(groupId: GroupId | null, change: Partial<Sitter> = {}): Sitter {
  return { name: '', organisation: '', groupId, people: 1, ...change }
}

function placesOf(
  seating: Partial<Seating>,
  { seats = [], newcomer = {}, sizes = {} }: { seats?: Sitter[]; newcomer?: Partial<Sitter>; sizes?: object } = {},
) {
  const sized = { ...run, groups: run.groups.map((group): Group => ({ ...group, ...sizes })) }
  const question = { mode: 'wait' as const, entries: [], ...seating }
  return placeNewcomer({ run: sized, seating: question, seats, newcomer: aSitter(null, newcomer) }).map(
    ({ group }) => group.id,
  )
}

describe('placeNewcomer', () => {
  it('puts people where the list says, also into a full group', () => {
    const entries = [{ name: 'Ada', organisation: '', groupId: groupB }]
    expect(
      placesOf({ entries }, { newcomer: { name: 'Ada' }, seats: [aSitter(groupB)], sizes: { maxSeats: 1 } }),
    ).toEqual([groupB])
    expect(placesOf({ entries }, { newcomer: { name: 'Ben' } })).toEqual([])
  })

  it('does not guess for whom the list names twice, and not for a group that is gone', () => {
    const twice = [groupA, groupB].map((groupId) => ({ name: 'Ada', organisation: '', groupId }))
    expect(placesOf({ mode: 'smallest', entries: twice }, { newcomer: { name: 'Ada' } })).toEqual([])
    const gone = [{ name: 'Ada', organisation: '', groupId: newId<GroupId>() }]
    expect(placesOf({ entries: gone }, { newcomer: { name: 'Ada' } })).toEqual([])
  })

  it('fills the smallest group first, counting people and not devices, and none that is full', () => {
    const seats = [aSitter(groupA, { people: 4 }), aSitter(groupB), aSitter(groupB)]
    expect(placesOf({ mode: 'smallest' }, { seats })).toEqual([groupB, groupA])
    expect(placesOf({ mode: 'smallest' }, { seats, sizes: { maxSeats: 2 } })).toEqual([groupA])
    expect(placesOf({ mode: 'smallest' }, { seats, sizes: { maxSeats: 1 } })).toEqual([])
  })

  it('keeps people of one organisation apart where groups are equally small', () => {
    const seats = [aSitter(groupA, { organisation: 'BMI' }), aSitter(groupB, { organisation: 'Sachsen' })]
    expect(placesOf({ mode: 'smallest' }, { seats, newcomer: { organisation: 'BMI' } })[0]).toBe(groupB)
    expect(placesOf({ mode: 'smallest' }, { seats, newcomer: { organisation: 'Sachsen' } })[0]).toBe(groupA)
  })
})
