import { expect, test } from 'vitest'
import { isId, newId, parseId } from './ids.ts'

test('ids are 22 url-safe characters beginning with a letter, and never the same', () => {
  const ids = Array.from({ length: 2_000 }, () => newId<string>())
  for (const id of ids) expect(id).toMatch(/^[A-Za-z][A-Za-z0-9_-]{21}$/)
  expect(new Set(ids).size).toBe(ids.length)
})

test('what is not an id is not parsed as one', () => {
  for (const value of ['', 'short', '1234567890123456789012', '__proto__', `${newId<string>()}x`, 5, null, {}]) {
    expect(isId(value)).toBe(false)
    expect(parseId(value)).toBeNull()
  }
})
