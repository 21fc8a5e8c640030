import { CHECK_TOPICS, type CheckReport } from '@tafelrunde/protocol'
import { describe, expect, it } from 'vitest'
import { check as de } from '../../i18n/messages/check.de.ts'
import { check as en } from '../../i18n/messages/check.en.ts'
import { adviceText } from './adviceText.ts'
import { helpDeskText } from './helpDeskText.ts'

const REPORT: CheckReport = {
  findings: [
    { topic: 'server', state: 'good' },
    { topic: 'websocket', state: 'limited' },
  ],
  latencyMs: 31,
  clockOffsetMs: 240_000,
  viewport: { width: 390, height: 844 },
  browser: 'Firefox 140, Windows',
}

describe('what a check tells a person', () => {
  it('is one sentence or two for every finding in both languages', () => {
    for (const texts of [de, en]) {
      for (const topic of CHECK_TOPICS) {
        for (const state of ['good', 'limited', 'bad', 'unneeded'] as const) {
          expect(adviceText(texts, REPORT, { topic, state }), `${topic} ${state}`).toMatch(/^\p{Lu}.{10,}\.$/su)
        }
      }
    }
  })

  it('says which way a clock is wrong', () => {
    expect(adviceText(de, REPORT, { topic: 'clock', state: 'limited' })).toContain('4 min nach')
    expect(adviceText(de, { ...REPORT, clockOffsetMs: -90_000 }, { topic: 'clock', state: 'limited' })).toContain('vor')
  })

  it('gives the help desk all findings, figures and what the product needs', () => {
    const text = helpDeskText(de, REPORT, 'tafel.example.org')
    for (const part of ['tafel.example.org', 'geht eingeschränkt', '31 ms', '390 × 844', 'Firefox 140', '/sync']) {
      expect(text).toContain(part)
    }
  })
})
