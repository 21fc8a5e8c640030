import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followableHref, readableText } from './readableText.ts'

describe('readable text', () => {
  it('is idempotent and well-formed for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = readableText(text)
        expect(readableText(once)).toBe(once)
        expect(once.isWellFormed()).toBe(true)
      }),
    )
  })

  it('drops direction overrides and closes isolates on their own line', () => {
    expect(readableText('\u202egpj.exe\u202c')).toBe('gpj.exe')
    expect(readableText('\u2067offen\nnächste')).toBe('\u2067offen\u2069\nnächste')
    expect(readableText('\u2069zu')).toBe('zu')
  })

  it('drops control characters but keeps tab and line feed, with one kind of line break', () => {
    expect(readableText('a\u0000b\tc\r\nd\re\u2028f')).toBe('ab\tc\nd\ne\nf')
  })

  it('follows only http, https and mailto', () => {
    expect(followableHref('https://example.org/ä')).toBe('https://example.org/%C3%A4')
    expect(followableHref('MAILTO:a@example.org')).toBe('mailto:a@example.org')
    for (const href of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      '//example.org',
      'x',
      '',
      null,
    ]) {
      expect(followableHref(href)).toBeNull()
    }
  })
})
