import { expect, test } from 'vitest'
import { placeAt } from './useDragOrder.ts'

/** Five rows of 40 pixels, one below the other. */
const rows = [0, 40, 80, 120, 160].map((top) => ({ getBoundingClientRect: () => ({ top, height: 40 }) as DOMRect }))

test.each([
  [2, 100, 2],
  [2, 130, 2],
  [2, 141, 3],
  [2, 59, 1],
  [2, -50, 0],
  [2, 900, 4],
  [0, 61, 1],
  [4, 19, 0],
])('the entry at place %i with the pointer at %i goes to place %i', (at, clientY, to) => {
  expect(placeAt(rows, { clientY, at })).toBe(to)
})
