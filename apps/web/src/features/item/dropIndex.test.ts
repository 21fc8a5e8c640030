import { describe, expect, test } from 'vitest'
import { dropIndex } from './dropIndex.ts'

const column = [0, 50, 100].map((top) => ({ left: 0, right: 200, top, bottom: top + 40 }))
const twoColumns = [0, 1, 2, 3].map((at) => ({
  left: (at % 2) * 110,
  right: (at % 2) * 110 + 100,
  top: Math.floor(at / 2) * 60,
  bottom: Math.floor(at / 2) * 60 + 50,
}))

describe('dropIndex', () => {
  test('an empty field takes the first place', () => {
    expect(dropIndex([], { x: 5, y: 5 })).toBe(0)
  })

  test('in a column the upper half of a note means before it, the lower half after it', () => {
    expect(dropIndex(column, { x: 10, y: 60 })).toBe(1)
    expect(dropIndex(column, { x: 10, y: 85 })).toBe(2)
    expect(dropIndex(column, { x: 10, y: 400 })).toBe(3)
  })

  test('in two columns the left half of a note means before it', () => {
    expect(dropIndex(twoColumns, { x: 120, y: 20 })).toBe(1)
    expect(dropIndex(twoColumns, { x: 190, y: 20 })).toBe(2)
    expect(dropIndex(twoColumns, { x: 20, y: 90 })).toBe(2)
    expect(dropIndex(twoColumns, { x: 200, y: 400 })).toBe(4)
  })
})
