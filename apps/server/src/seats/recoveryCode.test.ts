import { expect, test } from 'vitest'
import { newRecoveryCode, normaliseRecoveryCode } from './recoveryCode.ts'

test('a code has twelve characters of Crockford base32 in three blocks', () => {
  for (let round = 0; round < 200; round += 1) {
    expect(newRecoveryCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  }
})

test('a code is understood however it was written down', () => {
  expect(normaliseRecoveryCode('ab0d-1fgh jkmn')).toBe('AB0D1FGHJKMN')
  expect(normaliseRecoveryCode('ABOD-LFGH-JKMN')).toBe('AB0D1FGHJKMN')
})

test('what cannot be a code is told apart', () => {
  expect(normaliseRecoveryCode('AB0D-1FGH-JKM')).toBeNull()
  expect(normaliseRecoveryCode('UUUU-UUUU-UUUU')).toBeNull()
})
