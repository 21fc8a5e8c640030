import { expect, it } from 'vitest'
import type { Presence } from '../../sync/presence.ts'
import { arrivalsOf, visitorsOf } from './visitors.ts'

function aTab(id: string, state: { isLookingOn?: true; isModerating?: true } = {}): Presence {
  const { isModerating, ...rest } = state
  const seat = { id, name: id, organisation: '', colour: 0, ...(isModerating && { isModerating }) }
  return { clientId: 1, seat, ...rest }
}
const mo = aTab('mo', { isModerating: true })
const moLooking = aTab('mo', { isModerating: true, isLookingOn: true })

it('knows moderators by what the server says of them, and nobody who only claims to look on', () => {
  expect(visitorsOf([aTab('anna', { isLookingOn: true }), mo, aTab('ida', { isModerating: true })], 'ida')).toEqual([
    { id: 'mo', name: 'mo', isLookingOn: false },
  ])
})

it('takes who has one tab of both kinds for somebody who takes part', () => {
  for (const tabs of [
    [mo, moLooking],
    [moLooking, mo],
  ]) {
    expect(visitorsOf(tabs, 'anna')).toMatchObject([{ isLookingOn: false }])
  }
  expect(visitorsOf([moLooking, moLooking], 'anna')).toMatchObject([{ isLookingOn: true }])
})

it('tells the arrival of who takes part, also of who has only looked on so far, and once', () => {
  const looking = visitorsOf([moLooking], 'anna')
  const there = visitorsOf([mo], 'anna')
  expect(arrivalsOf([], looking)).toEqual([])
  expect(arrivalsOf(looking, there)).toEqual(there)
  expect(arrivalsOf(there, there)).toEqual([])
})
