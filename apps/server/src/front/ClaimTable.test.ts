import { newId, type SeatId } from '@tafelrunde/schema/plain'
import { expect, it } from 'vitest'
import { ClaimTable, MAX_CLAIMS_PER_OWNER } from './ClaimTable.ts'

const anna = newId<SeatId>()
const ben = newId<SeatId>()
const foreign = expect.objectContaining({ code: 'update.foreignClient' })

it('[C1] gives an id to the first who names it, at once', () => {
  const table = new ClaimTable(new Map())
  expect(table.take([5], anna)).toEqual([{ clientId: 5, owner: anna }])
  expect(table.ownerOf(5)).toBe(anna)
})

it('[C1] stores an id with everything that names it, until one of them is on disk', () => {
  const table = new ClaimTable(new Map())
  const [first, second] = [table.take([5], anna), table.take([5], anna)]
  expect(second).toEqual(first)
  expect(table.isStored(5)).toBe(false)
  table.stored(second)
  expect(table.isStored(5)).toBe(true)
  expect(table.take([5], anna)).toEqual([])
  table.release(first)
  expect(table.ownerOf(5)).toBe(anna)
})

it('[C3] believes the disk when the first claim of an id failed and the second did not', () => {
  const table = new ClaimTable(new Map())
  const [first, second] = [table.take([5], anna), table.take([5], anna)]
  table.release(first)
  table.take([5], ben)
  table.stored(second)
  expect(table.ownerOf(5)).toBe(anna)
  expect(table.isStored(5)).toBe(true)
})

it('[C2] refuses an id of somebody else, of the server and of an earlier session, and takes nothing then', () => {
  const table = new ClaimTable(new Map([[9, ben]]))
  table.take([7], 'server')
  expect(() => table.take([1, 9], anna)).toThrow(foreign)
  expect(() => table.take([7], anna)).toThrow(foreign)
  expect(table.ownerOf(1)).toBeNull()
})

it('[C3] frees an id whose claim was not written', () => {
  const table = new ClaimTable(new Map())
  table.release(table.take([5], anna))
  expect(table.take([5], ben)).toHaveLength(1)
})

it('[C4] bounds the ids of one seat, not those of the others', () => {
  const table = new ClaimTable(new Map())
  table.take(
    Array.from({ length: MAX_CLAIMS_PER_OWNER }, (_, id) => id),
    anna,
  )
  expect(() => table.take([999_999], anna)).toThrow(expect.objectContaining({ code: 'request.tooMany' }))
  expect(table.take([999_999], ben)).toHaveLength(1)
})
