import { describe, expect, test } from 'vitest'
import { indexAt, movedTo, neighboursAt } from './reorder.ts'

const ids = ['a', 'b', 'c', 'd']

describe('reorder', () => {
  test('an entry moved down stands between its new neighbours', () => {
    expect(movedTo(ids, 'a', 2)).toEqual(['b', 'c', 'a', 'd'])
    expect(neighboursAt(ids, 'a', 2)).toEqual({ after: 'c', before: 'd' })
  })

  test('moving past the ends stays at the end', () => {
    expect(movedTo(ids, 'b', 99)).toEqual(['a', 'c', 'd', 'b'])
    expect(neighboursAt(ids, 'c', -5)).toEqual({ after: null, before: 'a' })
  })

  test('the pointer inserts before the first entry whose middle is below it', () => {
    expect(indexAt([10, 30, 50], 5)).toBe(0)
    expect(indexAt([10, 30, 50], 31)).toBe(2)
    expect(indexAt([10, 30, 50], 90)).toBe(3)
  })
})
