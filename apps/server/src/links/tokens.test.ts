import { expect, test } from 'vitest'
import { hashToken, newCreationToken, newSeatToken, newToken } from './tokens.ts'

test('tokens are 22 url-safe characters that begin with a letter, and never the same', () => {
  const tokens = Array.from({ length: 2000 }, newToken)
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z][A-Za-z0-9_-]{21}$/)
  expect(new Set(tokens).size).toBe(tokens.length)
})

test('what is stored tells nothing about the token, and each kind is recognised', () => {
  const token = newToken()
  expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/)
  expect(hashToken(token)).toBe(hashToken(token))
  expect(newSeatToken()).toMatch(/^seat_/)
  expect(newCreationToken()).toMatch(/^create_/)
})
