import * as Y from 'yjs'
import { internalsOf, readBoard, type Board } from '../Board.ts'
import type { BoardSnapshot } from '../BoardSnapshot.ts'
import { templateOf } from '../canvas/templates.ts'
import { FREE_FIELD, type ItemId, type SeatId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { claimOrder, writeItem } from '../item/addItem.ts'
import type { ItemPlace } from '../item/Item.ts'
import type { RichText } from '../RichText.ts'
import { transact } from '../transact.ts'
import type { HiddenPlace } from './HiddenNote.ts'

/** A note as it comes onto a board; without an author nothing of the note tells who wrote it. */
export interface ShownNote {
  readonly id: ItemId
  readonly place: Omit<HiddenPlace, 'groupId'>
  readonly text: RichText
  readonly author: SeatId | null
  readonly createdAt: number
}

/** Free places for notes whose field is gone, as a person would lay them out. */
const FREE_COLUMNS = 5
const FREE_STEP = { x: 210, y: 130 } as const

/**
 * Put hidden notes onto a board, in their order, as one operation. A note that is there already stays as it is, so that
 * an act which was interrupted can be repeated. Where the field is not there (any more), the first field of the board
 * takes them, or its free area. Null when all are there already.
 */
export function showNotes(board: Board, notes: readonly ShownNote[], actId: string): Applied<readonly ItemId[]> | null {
  const snapshot = readBoard(board)
  const { roots } = internalsOf(board)
  const missing = notes.filter(({ id }) => !roots.items.has(id))
  const byPlace = Map.groupBy(missing, ({ place }) => JSON.stringify(placeOn(snapshot, place)))
  return transact(board, 'showNotes', (write) => {
    const shown: ItemId[] = []
    for (const [key, group] of byPlace) {
      const place = JSON.parse(key) as ItemPlace
      const keys = claimOrder(board, write, { place, count: group.length, moving: null })
      for (const [index, { id, text, author, createdAt }] of group.entries()) {
        const position = place.fieldId === FREE_FIELD ? freePosition(shown.length) : null
        const item = { id, text, createdAt, place: { ...place, position }, order: keys[index] as string }
        writeItem(write, author === null ? item : { ...item, author })
        write.set('items', id, SHOWN_BY, actId)
        shown.push(id)
      }
    }
    return shown
  })
}

/** Which act has put a note onto a board, of those that are there. */
export function actsOf(board: Board, ids: readonly ItemId[]): ReadonlyMap<ItemId, string | null> {
  const { items } = internalsOf(board).roots
  const acts = new Map<ItemId, string | null>()
  for (const id of ids) {
    const entry = items.get(id)
    if (!(entry instanceof Y.Map)) continue
    const act = entry.get(SHOWN_BY)
    acts.set(id, typeof act === 'string' ? act : null)
  }
  return acts
}

/** Key of an item that was written hidden: the act that has shown it. Trustworthy where the server has set it. */
export const SHOWN_BY = 'shownBy'

function placeOn(board: BoardSnapshot, { canvasId, fieldId }: ShownNote['place']): ItemPlace {
  const canvases = board.canvases.filter(({ state }) => state === 'active')
  const fieldsOf = (templateId: string) =>
    templateOf(templateId)?.fields.filter(({ type }) => type === 'items' || type === 'messages') ?? []
  const wished = canvases.find(({ id }) => id === canvasId)
  if (wished && fieldsOf(wished.templateId).some(({ id }) => id === fieldId)) return { canvasId: wished.id, fieldId }
  for (const canvas of wished ? [wished, ...canvases] : canvases) {
    const [first] = fieldsOf(canvas.templateId)
    if (first) return { canvasId: canvas.id, fieldId: first.id }
  }
  return { canvasId: null, fieldId: FREE_FIELD }
}

function freePosition(index: number): { x: number; y: number } {
  const row = Math.floor(index / FREE_COLUMNS)
  return { x: 20 + (index % FREE_COLUMNS) * FREE_STEP.x, y: 20 + row * FREE_STEP.y }
}
