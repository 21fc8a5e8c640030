import { readBoard, type Board } from '../Board.ts'
import type { ItemId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { claimOrder } from '../item/addItem.ts'
import { transact } from '../transact.ts'
import { clustersOf } from './clustersOf.ts'
import { writePlace } from '../item/writePlace.ts'

/**
 * Put an item under another one, which becomes its cluster's head: last among the members, in the head's field. The
 * item's own members come along; where the other one lies under a head itself, that head takes it. The result is the
 * head. Null when one of them is gone or the item lies there already.
 */
export function clusterItem(board: Board, itemId: ItemId, headId: ItemId): Applied<ItemId> | null {
  return transact(board, 'clusterItem', (write) => {
    const { items } = readBoard(board)
    const { headOf, membersOf } = clustersOf(items)
    const target = headOf.get(headId) ?? headId
    const head = items.find((item) => item.id === target && item.state === 'active')
    const item = items.find((one) => one.id === itemId && one.state === 'active')
    if (!head || !item || head === item || headOf.get(itemId) === target) return null
    const place = { canvasId: head.canvasId, fieldId: head.fieldId }
    const members = membersOf.get(target) ?? []
    const moving = [item, ...(membersOf.get(itemId) ?? [])]
    const orders = claimOrder(board, write, {
      place: { ...place, after: members.at(-1)?.id ?? target },
      count: moving.length,
      moving: itemId,
    })
    // A head that named another one, which had no say, must not take its members out of sight with it.
    if (head.headId !== null) writePlace(write, target, { ...place, order: head.order, headId: null })
    for (const [index, one] of moving.entries()) {
      const isElsewhere = one.canvasId !== head.canvasId || one.fieldId !== head.fieldId
      writePlace(write, one.id, { ...place, order: orders[index] as string, headId: target })
      if (!isElsewhere) continue
      const below = 40 * (members.length + index + 1)
      const isFree = head.canvasId === null && head.position !== null
      write.set('items', one.id, 'x', isFree ? head.position.x + 24 : null)
      write.set('items', one.id, 'y', isFree ? head.position.y + below : null)
    }
    return target
  })
}

/** Take an item out of its cluster; it stays where it is. Null when it lies under nothing. */
export function unclusterItem(board: Board, itemId: ItemId): Applied<true> | null {
  return transact(board, 'unclusterItem', (write) => {
    const item = readBoard(board).items.find((one) => one.id === itemId)
    if (!item || item.headId === null) return null
    const { canvasId, fieldId, order } = item
    writePlace(write, itemId, { canvasId, fieldId, order, headId: null })
    return true
  })
}
