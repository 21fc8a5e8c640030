import { describe, expect, it } from 'vitest'
import { followableHref, readableLine, readableRichText } from './readableText.ts'

describe('readable text', () => {
  it('drops direction overrides and closes isolates, also in a snapshot that nobody normalised', () => {
    expect(readableLine('\u202egpj.exe\u202c')).toBe('gpj.exe')
    const runs = [{ text: '\u2067offen\nnächste\u0000' }, { text: '\u202e' }]
    expect(readableRichText([{ type: 'paragraph', runs }])).toEqual([
      { type: 'paragraph', runs: [{ text: '\u2067offen\u2069\nnächste' }] },
    ])
  })

  it('keeps marks and makes a link that nobody may follow plain text', () => {
    const runs = [{ text: 'a', bold: true as const, href: 'javascript:alert(1)' }]
    expect(readableRichText([{ type: 'bullet', runs }])).toEqual([
      { type: 'bullet', runs: [{ text: 'a', bold: true }] },
    ])
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
