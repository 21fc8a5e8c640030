import type { Board } from '../Board.ts'
import { FREE_FIELD, type ItemId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { transact } from '../transact.ts'
import { claimOrder } from './addItem.ts'
import { clustersOf } from '../cluster/clustersOf.ts'
import { readBoard } from '../Board.ts'
import type { ItemPlace } from './Item.ts'
import { writePlace } from './writePlace.ts'

/**
 * Move an item between two neighbours, possibly into another field or canvas; it keeps its id. It comes out of the
 * cluster that it lay in; the head of one takes its members along.
 *
 * Writes its place and nothing else, so that a concurrent text edit survives the move. `position` absent: back into
 * the order of the field. Null when the item or the canvas is gone.
 */
export function moveItem(board: Board, itemId: ItemId, to: ItemPlace): Applied<true> | null {
  return transact(board, 'moveItem', (write) => {
    if (!write.entry('items', itemId)) return null
    const isFree = to.fieldId === FREE_FIELD
    if (!isFree && (!to.canvasId || !write.entry('canvases', to.canvasId))) return null
    const members = clustersOf(readBoard(board).items).membersOf.get(itemId) ?? []
    const orders = claimOrder(board, write, { place: to, count: 1 + members.length, moving: itemId })
    const place = { canvasId: isFree ? null : to.canvasId, fieldId: to.fieldId }
    for (const [index, id] of [itemId, ...members.map((member) => member.id)].entries()) {
      writePlace(write, id, { ...place, order: orders[index] as string, headId: id === itemId ? null : itemId })
      const isPlaced = to.position && (id === itemId || isFree)
      write.set('items', id, 'x', isPlaced ? to.position.x + 24 * Math.sign(index) : null)
      write.set('items', id, 'y', isPlaced ? to.position.y + 40 * index : null)
    }
    return true
  })
}
