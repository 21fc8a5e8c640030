import type { Board } from '../Board.ts'
import { readBoard } from '../Board.ts'
import { FREE_FIELD, type CanvasId, type FieldId, type ItemId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { transact } from '../transact.ts'
import type { Position } from './Item.ts'

/** Put an item anywhere inside its field or the free area; null puts it back into the order. */
export function placeItem(board: Board, itemId: ItemId, position: Position | null): Applied<true> | null {
  return transact(board, 'placeItem', (write) => {
    write.set('items', itemId, 'x', finite(position?.x))
    write.set('items', itemId, 'y', finite(position?.y))
    return true
  })
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null
}

/** Put everything in a field back into its order. Null when it is tidy. */
export function tidyField(board: Board, canvasId: CanvasId | null, fieldId: FieldId): Applied<true> | null {
  const canvas = fieldId === FREE_FIELD ? null : canvasId
  const placed = readBoard(board).items.filter(
    (item) => item.canvasId === canvas && item.fieldId === fieldId && item.position !== null,
  )
  return transact(board, 'tidyField', (write) => {
    for (const item of placed) {
      write.set('items', item.id, 'x', null)
      write.set('items', item.id, 'y', null)
    }
    return true
  })
}
