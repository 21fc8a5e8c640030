import { expect, test } from 'vitest'
import { prioritised } from './prioritised.ts'

const list = [
  { key: 'b', priority: 2 },
  { key: 'none', priority: null },
  { key: 'a', priority: 1 },
]

test('a priority puts one in its place, the others make room or close up', () => {
  expect(prioritised(list, 'none', 1)).toEqual(['none', 'a', 'b'])
  expect(prioritised(list, 'b', 1)).toEqual(['b', 'a'])
  expect(prioritised(list, 'a', null)).toEqual(['b'])
  expect(prioritised(list, 'none', null)).toEqual(['a', 'b'])
})
