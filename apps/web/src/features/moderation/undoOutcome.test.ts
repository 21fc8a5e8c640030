import { describe, expect, test } from 'vitest'
import { moderation } from '../../i18n/messages/moderation.de.ts'
import { revertOutcome, undoOutcome } from './undoOutcome.ts'

const words = moderation.undo
const board = { groupId: 'g', removed: 1, restored: 0, changed: 0 }

describe('what a moderator is told about an undo', () => {
  test('it names what was done, and that there was nothing to do', () => {
    expect(undoOutcome(words, 'Anna', { boards: [board], refused: [] })).toEqual({
      title: 'Zurückgenommen',
      sentences: ['1 Eintrag liegt im Papierkorb.'],
    })
    const nothing = undoOutcome(words, 'Anna', { boards: [], refused: [] })
    expect(nothing.title).toBe('Nichts zurückzunehmen')
    expect(nothing.sentences.join()).toContain('nichts geschrieben')
  })

  test('where every board was refused, nobody is told that there was nothing to take back', () => {
    const { title, sentences } = undoOutcome(words, 'Anna', { boards: [], refused: ['g', 'h'] })
    expect(title).toBe('Nicht zurückgenommen')
    expect(sentences).toEqual([words.refused({ count: 2 })])
  })

  test('what was done on one board and refused on another is told together', () => {
    const { title, sentences } = undoOutcome(words, 'Anna', { boards: [board], refused: ['h'] })
    expect(title).toBe('Zurückgenommen')
    expect(sentences).toEqual(['1 Eintrag liegt im Papierkorb.', words.refused({ count: 1 })])
  })

  test('a revert does not say that all is as before while a board stayed as it was', () => {
    expect(revertOutcome(words, { boards: [board], refused: [] }).sentences).toEqual([words.reverted])
    const half = revertOutcome(words, { boards: [board], refused: ['h'] })
    expect(half.sentences).toEqual([words.refused({ count: 1 })])
    expect(revertOutcome(words, { boards: [], refused: ['g', 'h'] }).title).toBe('Nicht wiederhergestellt')
  })
})
