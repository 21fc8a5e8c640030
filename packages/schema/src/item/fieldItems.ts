import type { Board } from '../Board.ts'
import { readBoard } from '../Board.ts'
import { FREE_FIELD, type CanvasId, type FieldId } from '../ids.ts'
import type { Item } from './Item.ts'

/** All items of one field (or of the free area), those in the bin too, in order. */
export function fieldItems(
  board: Board,
  { canvasId, fieldId }: { canvasId: CanvasId | null; fieldId: FieldId },
): readonly Item[] {
  const canvas = fieldId === FREE_FIELD ? null : canvasId
  return readBoard(board).items.filter((item) => item.fieldId === fieldId && item.canvasId === canvas)
}
