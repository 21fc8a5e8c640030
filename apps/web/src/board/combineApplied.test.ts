import type { Applied } from '@tafelrunde/schema'
import { expect, test } from 'vitest'
import { combineApplied } from './combineApplied.ts'

const applied = (id: string): Applied<string> => ({
  result: id,
  inverse: {
    operation: 'binItem',
    changes: [{ type: 'set', root: 'items', id, key: 'state', value: null, expected: 'deleted' }],
  },
})

test('several operations become one step that takes them back last first', () => {
  const combined = combineApplied([applied('a'), null, applied('b')])
  expect(combined?.result).toEqual(['a', 'b'])
  expect(combined?.inverse.changes.map((change) => change.id)).toEqual(['b', 'a'])
})

test('nothing done is no step', () => {
  expect(combineApplied([null, null])).toBeNull()
})
