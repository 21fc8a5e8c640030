import { addItem, addRecommendation } from '@tafelrunde/schema'
import type { Desk } from '../../board/Desk.ts'
import type { Draft } from '../../board/Drafts.ts'

/**
 * Put what stands in the writing rows onto the board: it was typed in time, only the last key was not. Returns what the
 * board has not taken.
 */
export function finishSentences(desk: Pick<Desk, 'drafts' | 'edit' | 'seat'>, label: string): readonly Draft[] {
  const author = desk.seat.id
  return desk.drafts.takeAll().filter(({ root, canvasId, fieldId, text }) => {
    const words = text.trim()
    if (words === '') return false
    const id =
      root === 'items'
        ? desk.edit(label, (board) => addItem(board, { place: { canvasId, fieldId }, text: words, author }))
        : desk.edit(label, (board) => addRecommendation(board, { title: words, author }))
    return id === null
  })
}
