import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainTextOf, richTextOf } from './RichText.ts'
import { cutText, normaliseLine, normaliseRichText, normaliseText, safeUrl } from './text.ts'

describe('normalised text', () => {
  test('[T1] is NFC with line feeds, without control characters but tab and newline', () => {
    expect(normaliseText('U\u0308mlaut\r\nzwei\rdrei\u2028vier\u0000\u0007\u009b\tTab')).toBe(
      'Ümlaut\nzwei\ndrei\nvier\tTab',
    )
  })

  test('[T1] has no lone surrogates, and whole emoji stay', () => {
    expect(normaliseText('a\ud83dB\udc4dC👍')).toBe('aBC👍')
  })

  test('[T1] cannot turn around what stands beside it', () => {
    expect(normaliseText('a\u202eb\u202c')).toBe('ab')
    expect(normaliseText('\u2067offen\nzu\u2069')).toBe('\u2067offen\u2069\nzu')
  })

  test('[T1] is well-formed and stays the same when normalised again', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('a', 'ü', '\u0308', '\ud800', '\udc00', '\u2067', '\u2069', '\n', '\r', '👶'),
    })
    fc.assert(
      fc.property(nasty, (text) => {
        const once = normaliseText(text)
        expect(normaliseText(once)).toBe(once)
        expect(once.isWellFormed()).toBe(true)
        expect(once).toBe(once.normalize('NFC'))
      }),
    )
  })

  test('a line has no line breaks', () => {
    expect(normaliseLine('a\nb\tc')).toBe('a b c')
  })
})

describe('links', () => {
  test.each(['https://example.org/a?b=c', 'http://example.org', 'mailto:post@example.org'])('%s is kept', (url) => {
    expect(safeUrl(` ${url} `)).toBe(url)
  })

  test.each([
    'javascript:alert(1)',
    'java\u0000script:alert(1)',
    'data:text/html,x',
    '//example.org',
    'https://a b',
    7,
  ])('%s is refused', (url) => {
    expect(safeUrl(url)).toBeNull()
  })
})

describe('rich text', () => {
  test('goes to plain text and back by lines', () => {
    expect(plainTextOf(richTextOf('eins\n\nzwei'))).toBe('eins\n\nzwei')
    expect(richTextOf('')).toEqual([])
  })

  test('joins equal neighbours and drops empty runs and unsafe links', () => {
    const text = normaliseRichText([
      {
        type: 'bullet',
        runs: [{ text: 'a', bold: true }, { text: '' }, { text: 'b', bold: true }, { text: 'c', href: 'javascript:x' }],
      },
    ])
    expect(text).toEqual([{ type: 'bullet', runs: [{ text: 'ab', bold: true }, { text: 'c' }] }])
  })
})

test('a text is cut without cutting a character in two', () => {
  expect(cutText('ab👶', 3)).toBe('ab')
  expect(cutText('ab👶', 4)).toBe('ab👶')
  expect(cutText('abcd', 3)).toBe('abc')
})
