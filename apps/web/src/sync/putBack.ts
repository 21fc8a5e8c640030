import {
  addItem,
  addRecommendation,
  editItemText,
  LIMITS,
  readBoard,
  richTextOf,
  type Applied,
  type Board,
  type CanvasId,
  type ItemId,
} from '@tafelrunde/schema'
import { isContained } from './refusedTexts.ts'
import type { TrayEntry } from './Tray.ts'

/**
 * Put a text of the tray on the board again: into its note if that is still there and nothing of it would be lost,
 * else as a new note at the end of its field, or as a new recommendation. Null if there is no canvas to put it on.
 *
 * @throws LimitExceeded
 */
export function putBack(board: Board, entry: TrayEntry): Applied<unknown> | null {
  const snapshot = readBoard(board)
  const text = richTextOf(entry.text)
  if (entry.fieldId === 'recommendations') {
    const [title = '', ...rest] = entry.text.split('\n')
    const isShort = title.length <= LIMITS.titleCharacters
    return addRecommendation(board, {
      title: isShort ? title : title.slice(0, LIMITS.titleCharacters),
      description: richTextOf(isShort ? rest.join('\n') : entry.text),
    })
  }
  const item = snapshot.items.find(({ id, state }) => id === entry.itemId && state !== 'deleted')
  if (item && isContained(item.plainText, entry.text)) return editItemText(board, item.id, text)
  const canvases = snapshot.canvases.filter(({ state }) => state === 'active')
  const wanted = item?.canvasId ?? entry.canvasId
  const canvas = canvases.find(({ id }) => id === wanted) ?? canvases[0]
  const isOnCanvas = canvas && entry.fieldId && !HEAD_FIELDS.includes(entry.fieldId) && entry.fieldId !== 'free'
  return addItem(board, {
    place: isOnCanvas
      ? { canvasId: canvas.id as CanvasId, fieldId: entry.fieldId ?? 'free', ...(item && { after: item.id as ItemId }) }
      : { canvasId: null, fieldId: 'free', position: { x: 24, y: 24 } },
    text,
  })
}

/** Fields of a canvas that hold no items: their refused texts come back as notes of the free area. */
const HEAD_FIELDS: readonly string[] = ['title', 'kind', 'service', 'summary']
