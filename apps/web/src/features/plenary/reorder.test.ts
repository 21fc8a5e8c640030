import { expect, test } from 'vitest'
import { movedTo, placeAt } from './reorder.ts'

const keys = ['a', 'b', 'c', 'd']

test('an entry that was moved stands between its new neighbours', () => {
  expect(movedTo(keys, 'a', 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(placeAt(keys, 'a', 2)).toEqual({ afterKey: 'c', beforeKey: 'd' })
})

test('beyond the ends it stands at the end', () => {
  expect(placeAt(keys, 'b', 99)).toEqual({ afterKey: 'd', beforeKey: null })
  expect(placeAt(keys, 'c', -5)).toEqual({ afterKey: null, beforeKey: 'a' })
})
