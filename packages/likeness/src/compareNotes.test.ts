import { describe, expect, test } from 'vitest'
import { compareNotes } from './compareNotes.ts'
import type { Language } from './Language.ts'
import { readNote } from './readNote.ts'
import { reasonsOf } from './reasonsOf.ts'
import { SHOWN_FROM } from './weights.ts'

function compare(a: string, b: string, language: Language = 'de') {
  return compareNotes(readNote(a, language), readNote(b, language))
}

describe('what is the same thought', () => {
  test.each([
    ['Wir brauchen Informationen', 'Information fehlt nicht, wir brauchen sie', false],
    ['Termin online buchen', 'Onlinebuchung von Terminen', true],
    ['Infostand auf dem Wochenmarkt', 'Infostand am Bahnhof', false],
    ['Landwirte haben kein Netz', 'Landwirte haben Netz', false],
    ['Mehr Personal im Bürgeramt', 'Weniger Personal im Bürgeramt', false],
    ['Der Bund zahlt an die Länder', 'Die Länder zahlen an den Bund', false],
    ['Umfrage 2025 auswerten', 'Umfrage 2026 auswerten', false],
    ['Umfrage', 'Plakat', false],
    ['Online', 'Digital', false],
    ['', '', false],
    ['👍', '👍👍', false],
  ] as const)('“%s” and “%s”: %s', (a, b, isSame) => {
    expect(compare(a, b).score >= SHOWN_FROM).toBe(isSame)
    expect(compare(b, a).score).toBeCloseTo(compare(a, b).score)
  })

  test('notes in different languages are never alike', () => {
    expect(compare('The newsletter for the chambers', 'Der Newsletter für die Kammern').score).toBe(0)
  })

  test('a very long text is read in no time', () => {
    const text = 'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(5_000)
    const startedAt = performance.now()
    expect(compare(text, text).score).toBeGreaterThan(SHOWN_FROM)
    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})

test('the reasons name the words of both notes', () => {
  const { links } = compare('Kampagne der IHK planen', 'Kampange der Industrie- und Handelskammer: Planung')
  expect(reasonsOf(links)).toEqual([
    { code: 'form', a: 'planen', b: 'Planung' },
    { code: 'abbreviation', a: 'IHK', b: 'Industrie Handelskammer' },
    { code: 'typo', a: 'Kampagne', b: 'Kampange' },
  ])
})
