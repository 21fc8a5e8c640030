import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deepFreeze, isEqual } from './json.ts'

test('plain values are equal when their JSON is, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(isEqual(a, structuredClone(a))).toBe(true)
      const canonical = (value: unknown): string =>
        JSON.stringify(value, (_, part: unknown) =>
          part && typeof part === 'object' && !Array.isArray(part)
            ? Object.fromEntries(Object.entries(part).toSorted(([x], [y]) => (x < y ? -1 : 1)))
            : part,
        )
      if (!canonical([a, b]).includes('-0')) expect(isEqual(a, b)).toBe(canonical(a) === canonical(b))
    }),
  )
})

test('an undefined property is an absent one, and a list is no record', () => {
  expect(isEqual({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(isEqual({ a: undefined }, { b: undefined })).toBe(true)
  expect(isEqual({ a: undefined }, { a: 1 })).toBe(false)
  expect(isEqual([], {})).toBe(false)
  expect(isEqual(null, {})).toBe(false)
})

test('freezing goes all the way down', () => {
  const value = deepFreeze({ a: [{ b: 1 }] })
  expect(Object.isFrozen(value.a[0])).toBe(true)
})
