import { describe, expect, test } from 'vitest'
import { TEMPLATES } from '../canvas/templates.ts'
import { must } from '../testing/aBoard.ts'
import { stepsFromTemplate } from './StepTemplate.ts'
import { STEP_TEMPLATES } from './stepTemplates.ts'

/** What a step allows and shows, short enough to be read beside the scenario. */
function rulesOf(id: string): string[] {
  return must(STEP_TEMPLATES[id]).steps.map((step) =>
    [
      step.minutes,
      step.title.de,
      step.writableRoots.length === 0 ? 'reading' : `${step.where}: ${step.writableRoots.join(' ')}`,
      step.screen,
      ...(step.visibility === 'all' ? ['all see all'] : []),
      ...(step.isPlenaryOpen ? ['plenary'] : []),
      ...(step.isHidden ? ['hidden'] : []),
      ...(step.vote ? [`${step.vote.votesPerSeat} ${step.vote.kind} on ${step.vote.subject}`] : []),
      ...(step.ending === 'soft' ? ['soft end'] : []),
      ...step.parts.map(({ minutes }) => `+${minutes}`),
    ].join(' | '),
  )
}

describe('the built-in run sheets', () => {
  test('the scenario in four hours', () => {
    expect(rulesOf('ozg-marketing-4h')).toEqual([
      '12 | Ankommen | common: items comments reactions | board',
      '38 | Impulse | common: items comments reactions | board',
      '5 | Zielgruppen sammeln | common: items | instruction | hidden',
      '13 | Aufdecken und ordnen | common: items comments reactions | board',
      '7 | Auswählen | common: reactions | vote | 3 dots on notes',
      '3 | Auftrag für die Gruppen | reading | instruction',
      '45 | Gruppenarbeit 1: Zielgruppe verstehen | groups: canvases items recommendations sketch comments reactions | instruction | soft end | +5 | +15 | +15 | +10',
      '12 | Pause | reading | instruction',
      '15 | Plenum 1: Was wir herausgefunden haben | common: items comments reactions | columns | all see all | plenary',
      '50 | Gruppenarbeit 2: Empfehlungen schreiben | groups: items recommendations comments reactions | instruction | 1 estimate on recommendations | soft end | +20 | +20 | +10',
      '5 | Kurze Pause | reading | instruction',
      '20 | Plenum 2: Was zuerst? | common: items comments reactions | vote | all see all | plenary | 5 points on recommendations',
      '8 | Verabredungen | groups: recommendations comments | commitments | all see all | plenary',
      '5 | Rückmeldung und Ausblick | common: items comments reactions | board',
      '2 | Abschluss | reading | instruction | all see all | plenary',
    ])
  })

  test('the same in two hours, for groups that have their target group already', () => {
    expect(rulesOf('short-2h')).toEqual([
      '8 | Ankommen | common: items comments reactions | board',
      '5 | Auftrag für die Gruppen | reading | instruction',
      '35 | Zielgruppe verstehen | groups: canvases items recommendations sketch comments reactions | instruction | soft end | +5 | +20 | +10',
      '12 | Plenum: Was wir herausgefunden haben | common: items comments reactions | columns | all see all | plenary',
      '10 | Pause | reading | instruction',
      '30 | Empfehlungen schreiben | groups: items recommendations comments reactions | instruction | soft end | +12 | +18',
      '15 | Plenum: Was zuerst? | common: items comments reactions | vote | all see all | plenary | 5 points on recommendations',
      '5 | Rückmeldung und Abschluss | common: items comments reactions | board',
    ])
  })

  test('without talks there is no harvest, and the vote is about every note of the common board', () => {
    const fieldsOf = (hasTalks: boolean) =>
      stepsFromTemplate(must(STEP_TEMPLATES['ozg-marketing-4h']), 'de', { hasTalks }).flatMap(({ vote }) =>
        vote?.kind === 'dots' ? [vote.fieldId] : [],
      )
    expect(fieldsOf(true)).toEqual(['ideas'])
    expect(fieldsOf(false)).toEqual([null])
  })

  test('votes have a question in both languages, are hidden until closed, and ask about a field that exists', () => {
    const votes = Object.values(STEP_TEMPLATES).flatMap(({ steps }) => steps.flatMap(({ vote }) => vote ?? []))
    expect(votes).toHaveLength(4)
    for (const vote of votes) {
      expect([vote.question.de, vote.question.en].every((text) => text.trim() !== '')).toBe(true)
      expect(vote.isHiddenUntilClosed).toBe(true)
      if (vote.fieldId !== null) {
        expect(must(TEMPLATES['harvest']).fields.map((field) => field.id)).toContain(vote.fieldId)
      }
    }
  })
})
