import * as Y from 'yjs'
import { openBoard, type Board } from '../Board.ts'
import { addCanvas } from '../canvas/addCanvas.ts'
import type { CanvasId, FieldId, ItemId } from '../ids.ts'
import { addItem } from '../item/addItem.ts'
import { seedBoard } from '../seed/seedBoard.ts'

/** A seeded board with one target-group canvas. */
export function aBoard(): { ydoc: Y.Doc; board: Board; canvasId: CanvasId } {
  const ydoc = new Y.Doc()
  seedBoard(ydoc, { canvases: [] })
  const board = openBoard(ydoc)
  return { ydoc, board, canvasId: aCanvas(board) }
}

/** A canvas on the board. */
export function aCanvas(board: Board, title = 'Gründerinnen und Gründer'): CanvasId {
  return must(addCanvas(board, { templateId: 'target-group', title })).result
}

/** An item in a field. */
export function anItem(board: Board, canvasId: CanvasId | null, text: string, fieldId: FieldId = 'goals'): ItemId {
  return must(addItem(board, { place: { canvasId, fieldId }, text })).result
}

/** The value, or a failure of the test that expected one. */
export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('expected a value')
  return value
}
