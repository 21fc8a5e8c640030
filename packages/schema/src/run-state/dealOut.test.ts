import { expect, test } from 'vitest'
import { dealOut } from './dealOut.ts'

const pairs = (winners: readonly string[], groups: readonly string[]) =>
  dealOut(winners, groups).map(({ winner, group }) => `${group}:${winner}`)

test('each group gets one winner in turn; whichever is longer goes round again', () => {
  expect(pairs(['x', 'y'], ['A', 'B'])).toEqual(['A:x', 'B:y'])
  expect(pairs(['x', 'y'], ['A', 'B', 'C'])).toEqual(['A:x', 'B:y', 'C:x'])
  expect(pairs(['x', 'y', 'z'], ['A', 'B'])).toEqual(['A:x', 'B:y', 'A:z'])
  expect([pairs([], ['A']), pairs(['x'], [])]).toEqual([[], []])
})
