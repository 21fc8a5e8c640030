import { PlanProblemRecord, RehearsalProblemRecord } from '@tafelrunde/protocol'
import { expect, test } from 'vitest'
import { rehearsal as de } from '../../i18n/messages/rehearsal.de.ts'
import { rehearsal as en } from '../../i18n/messages/rehearsal.en.ts'
import { problemText } from './problemText.ts'

const CODES = [...PlanProblemRecord.shape.code.options, ...RehearsalProblemRecord.shape.code.options]
const FIGURES = {
  part: 3,
  parts: 40,
  minutes: 135,
  over: 15,
  votes: 3,
  most: 5,
  count: 2,
  people: 9,
  places: 8,
  of: 12,
  seconds: 10,
  texts: 1,
  written: 7,
  shown: 4,
  options: 1,
  boards: 2,
  missing: 6,
}

test.each([
  ['German', de],
  ['English', en],
] as const)('every fault has a sentence of its own in %s', (_, texts) => {
  const sentences = CODES.map((code) =>
    problemText(texts, {
      code,
      severity: 'warns',
      stepId: null,
      groupId: null,
      figures: FIGURES,
    } as RehearsalProblemRecord),
  )
  expect(new Set(sentences).size).toBe(CODES.length)
  for (const sentence of sentences) expect(sentence).toMatch(/^[\p{Lu}\d].+[.?!]$/u)
  expect(sentences.join(' ')).not.toContain('undefined')
})

test('figures stand in the sentence', () => {
  const problem = { code: 'group.overfull', severity: 'warns', stepId: null, groupId: null, figures: FIGURES } as const
  expect(problemText(de, problem)).toContain('9')
  expect(problemText(de, problem)).toContain('8')
})
