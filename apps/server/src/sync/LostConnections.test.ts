import { documentName } from '@tafelrunde/protocol'
import { newId, type GroupId, type SeatId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { LostConnections } from './LostConnections.ts'

const board = documentName('group', newId<GroupId>())
const other = documentName('group', newId<GroupId>())
const [anna, ben] = [newId<SeatId>(), newId<SeatId>()]

test('a seat that loses its connection again and again counts once, with the last time', () => {
  let now = 1_000
  const lost = new LostConnections(() => now)
  lost.note(board, anna)
  lost.note(board, ben)
  now += 60_000
  lost.note(board, anna)
  expect(lost.of(board)).toEqual([
    { seatId: anna, at: 61_000 },
    { seatId: ben, at: 1_000 },
  ])
  expect(lost.of(other)).toEqual([])
})

test('after two minutes without another loss nothing is said any more', () => {
  let now = 1_000
  const lost = new LostConnections(() => now)
  lost.note(board, anna)
  now += 120_000
  expect(lost.of(board)).toHaveLength(1)
  now += 1
  expect(lost.of(board)).toEqual([])
})
