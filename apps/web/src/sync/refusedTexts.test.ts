import { describe, expect, test } from 'vitest'
import { isContained } from './refusedTexts.ts'

describe('isContained', () => {
  test('a text is there if its characters stand in the other in the same order', () => {
    expect(isContained('Gewerbe anmelden', 'Ein Gewerbe schnell anmelden')).toBe(true)
    expect(isContained('', 'x')).toBe(true)
    expect(isContained('abc', 'acb')).toBe(false)
    expect(isContained('aa', 'a')).toBe(false)
    expect(isContained('neu', '')).toBe(false)
  })

  test('blanks and line ends do not count', () => {
    expect(isContained('eins\nzwei ', 'eins zwei')).toBe(true)
  })

  test('characters of several code units are one', () => {
    expect(isContained('👋🏽', 'a👋🏽b')).toBe(true)
    expect(isContained('👋', '👍')).toBe(false)
  })
})
