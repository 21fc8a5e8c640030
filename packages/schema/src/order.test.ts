import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareOrder, insertionIndex, isOrderKey, MAX_ORDER_KEY_LENGTH, planInsertion, type Ordered } from './order.ts'

function insert(list: readonly Ordered[], at: number, ids: readonly string[]): Ordered[] {
  const plan = planInsertion(list, { at, count: ids.length })
  return [
    ...list.map((entry) => ({ ...entry, order: plan.renumbered.get(entry.id) ?? entry.order })),
    ...ids.map((id, index) => ({ id, order: plan.keys[index] as string })),
  ].toSorted(compareOrder)
}

describe('order', () => {
  test('[O1] entries with equal keys are ordered by id', () => {
    expect(
      [
        { id: 'b', order: 'a0' },
        { id: 'a', order: 'a0' },
      ]
        .toSorted(compareOrder)
        .map(({ id }) => id),
    ).toEqual(['a', 'b'])
  })

  test('[O2] between two equal keys there is room, and nobody else changes places', () => {
    const list = ['a', 'b', 'c'].map((id) => ({ id, order: 'a0' }))
    expect(insert(list, 1, ['x', 'y']).map(({ id }) => id)).toEqual(['a', 'x', 'y', 'b', 'c'])
  })

  test('[O3] a broken key among the neighbours numbers the list afresh instead of throwing', () => {
    const list = [
      { id: 'a', order: 'a0' },
      { id: 'b', order: 'zz!!' },
    ]
    expect(insert(list, 2, ['x']).map(({ id }) => id)).toEqual(['a', 'b', 'x'])
  })

  test('[O2] inserting anywhere, for any keys that people can make, puts it there', () => {
    const keys = fc.constantFrom('a0', 'a0', 'a1', 'a0V', 'Zz', 'b00')
    fc.assert(
      fc.property(
        fc.array(keys, { maxLength: 12 }),
        fc.nat(),
        fc.integer({ min: 1, max: 4 }),
        (orders, where, count) => {
          const list = orders.map((order, index) => ({ id: `i${index}`, order })).toSorted(compareOrder)
          const at = where % (list.length + 1)
          const ids = Array.from({ length: count }, (_, index) => `x${index}`)
          const expected = list.map(({ id }) => id).toSpliced(at, 0, ...ids)
          expect(insert(list, at, ids).map(({ id }) => id)).toEqual(expected)
        },
      ),
    )
  })

  test('[O3] keys stay short, however often people insert at the same place', () => {
    let list: Ordered[] = [
      { id: 'first', order: 'a0' },
      { id: 'last', order: 'a1' },
    ]
    for (let round = 0; round < 1_500; round++) list = insert(list, 1, [`x${String(round).padStart(5, '0')}`])
    expect(list[1]?.id).toBe('x01499')
    expect(list.at(-1)?.id).toBe('last')
    expect(Math.max(...list.map(({ order }) => order.length))).toBeLessThanOrEqual(MAX_ORDER_KEY_LENGTH)
  })

  test('says where to insert', () => {
    const list = ['a', 'b'].map((id, index) => ({ id, order: `a${index}` }))
    expect(insertionIndex(list, {})).toBe(2)
    expect(insertionIndex(list, { after: null })).toBe(0)
    expect(insertionIndex(list, { after: 'a' })).toBe(1)
    expect(insertionIndex(list, { before: 'b' })).toBe(1)
    expect(insertionIndex(list, { after: 'gone', before: 'a' })).toBe(0)
    expect(insertionIndex(list, { after: 'gone' })).toBe(2)
  })

  test.each(['', 'a', 'a0!', 'A00000000000000000000000000', 'a00', 'x'.repeat(500), 5, null])(
    '%s is not a key',
    (value) => {
      expect(isOrderKey(value)).toBe(false)
    },
  )
})
