import { expect, it } from 'vitest'
import { moderation as de } from '../../i18n/messages/moderation.de.ts'
import { moderation as en } from '../../i18n/messages/moderation.en.ts'
import { undoneText } from './undoneText.ts'

const board = (removed: number, restored: number, changed: number) => ({ groupId: 'g', removed, restored, changed })

it('adds the boards up and leaves out what did not happen', () => {
  expect(undoneText(de.undo, { boards: [board(2, 0, 1), board(1, 1, 0)] })).toBe(
    '3 Einträge liegen im Papierkorb, 1 ist wieder da, 1 ist wie vorher.',
  )
  expect(undoneText(en.undo, { boards: [board(0, 0, 2)] })).toBe('2 are as before.')
  expect(undoneText(de.undo, { boards: [] })).toBe('')
})
