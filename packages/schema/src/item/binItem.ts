import type { Board } from '../Board.ts'
import type { ItemId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { transact } from '../transact.ts'
import type { ItemState } from './Item.ts'

/** Put an item into the bin; it keeps its place, text and links. */
export function binItem(board: Board, itemId: ItemId): Applied<true> | null {
  return setState(board, 'binItem', itemId, 'deleted')
}

/** Take an item out of the bin or off the parking lot. */
export function restoreItem(board: Board, itemId: ItemId): Applied<true> | null {
  return setState(board, 'restoreItem', itemId, 'active')
}

/** Park an item: kept for later, out of the field and the plenary. */
export function parkItem(board: Board, itemId: ItemId): Applied<true> | null {
  return setState(board, 'parkItem', itemId, 'parked')
}

function setState(board: Board, operation: string, itemId: ItemId, state: ItemState): Applied<true> | null {
  return transact(board, operation, (write) => {
    write.set('items', itemId, 'state', state === 'active' ? null : state)
    return true
  })
}
