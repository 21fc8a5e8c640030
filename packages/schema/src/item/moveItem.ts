import type { Board } from '../Board.ts'
import { FREE_FIELD, type ItemId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { transact } from '../transact.ts'
import { claimOrder } from './addItem.ts'
import type { ItemPlace } from './Item.ts'

/**
 * Move an item between two neighbours, possibly into another field or canvas; it keeps its id.
 *
 * Writes its place and nothing else, so that a concurrent text edit survives the move. `position` absent: back into
 * the order of the field. Null when the item or the canvas is gone.
 */
export function moveItem(board: Board, itemId: ItemId, to: ItemPlace): Applied<true> | null {
  return transact(board, 'moveItem', (write) => {
    if (!write.entry('items', itemId)) return null
    const isFree = to.fieldId === FREE_FIELD
    if (!isFree && (!to.canvasId || !write.entry('canvases', to.canvasId))) return null
    const [order] = claimOrder(board, write, { place: to, count: 1, moving: itemId })
    write.set('items', itemId, 'canvasId', isFree ? null : to.canvasId)
    write.set('items', itemId, 'fieldId', to.fieldId)
    write.set('items', itemId, 'order', order as string)
    write.set('items', itemId, 'x', to.position?.x ?? null)
    write.set('items', itemId, 'y', to.position?.y ?? null)
    return true
  })
}
