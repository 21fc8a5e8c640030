import { describe, expect, test } from 'vitest'
import { normaliseCode, workshopIdIn } from './recoveryInput.ts'

const ID = 'aB3_-fghijklmnopqrstuv'

describe('recovery input', () => {
  test('finds the workshop in its id, in the address of any of its places and in a path', () => {
    for (const input of [ID, ` ${ID} `, `https://x.example/w/${ID}/g/other?seat=1`, `/w/${ID}`, `/w/${ID}#x`]) {
      expect({ input, id: workshopIdIn(input) }).toEqual({ input, id: ID })
    }
  })

  test('finds no workshop in a join link, a cut id or nothing', () => {
    for (const input of ['', 'https://x.example/join#abc', `/w/${ID.slice(1)}`, `/w/9${ID.slice(1)}`]) {
      expect({ input, id: workshopIdIn(input) }).toEqual({ input, id: null })
    }
  })

  test('reads a code however it was written down', () => {
    expect(normaliseCode('abcd efgh-jkmn')).toBe('ABCD-EFGH-JKMN')
    expect(normaliseCode('OIL0-1111-2222')).toBe('0110-1111-2222')
  })

  test('refuses what cannot be a code', () => {
    for (const input of ['', 'ABCD', 'ABCD-EFGH-JKM', 'ABCD-EFGH-JKMU', 'ABCD-EFGH-JKMN-P']) {
      expect({ input, code: normaliseCode(input) }).toEqual({ input, code: null })
    }
  })
})
