import { internalsOf, readBoard, type Board } from '../Board.ts'
import { newId, type CanvasId, type TargetGroupId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { insertionIndex, planInsertion } from '../order.ts'
import { plainTextOf, type RichText } from '../RichText.ts'
import { normaliseLine, normaliseRichText } from '../text.ts'
import { transact } from '../transact.ts'
import type { Writer } from '../Writer.ts'
import type { CanvasKind } from './Canvas.ts'

/** A new canvas. */
export interface NewCanvas {
  readonly templateId: string
  readonly title: string
  readonly targetGroupId?: TargetGroupId | null
  readonly kind?: CanvasKind | null
  readonly summary?: RichText
  readonly id?: CanvasId
}

/**
 * Add a canvas at the end. Null when one with this id is there already.
 *
 * @throws LimitExceeded `canvas.tooMany` | `text.tooLong`, before anything is written
 */
export function addCanvas(board: Board, canvas: NewCanvas): Applied<CanvasId> | null {
  assertWithin('canvas.tooMany', internalsOf(board).roots.canvases.size + 1, LIMITS.canvasesPerBoard)
  checkCanvas(canvas)
  return transact(board, 'addCanvas', (write) => {
    if (canvas.id !== undefined && write.entry('canvases', canvas.id)) return null
    const canvases = readBoard(board).canvases
    const plan = planInsertion(canvases, { at: canvases.length, count: 1 })
    for (const [id, order] of plan.renumbered) write.setSilently('canvases', id, 'order', order)
    return writeCanvas(write, canvas, plan.keys[0] as string)
  })
}

/** Throws `LimitExceeded` if a text of the canvas is too long. */
export function checkCanvas(canvas: Pick<NewCanvas, 'title' | 'summary'>): void {
  assertWithin('text.tooLong', canvas.title.length, LIMITS.titleCharacters)
  assertWithin('text.tooLong', plainTextOf(canvas.summary ?? []).length, LIMITS.summaryCharactersHard)
}

/** Write a canvas with a prepared order key; for operations that add canvases among other things. */
export function writeCanvas(write: Writer, canvas: NewCanvas, order: string): CanvasId {
  const id = canvas.id ?? newId<CanvasId>()
  write.createWithBin('canvases', id, {
    values: {
      templateId: canvas.templateId,
      order,
      targetGroupId: canvas.targetGroupId ?? null,
      kind: canvas.kind ?? null,
    },
    texts: { title: normaliseLine(canvas.title) },
    richTexts: { summary: normaliseRichText(canvas.summary ?? []) },
  })
  return id
}

/** Move a canvas among the tabs of its board. */
export function moveCanvas(
  board: Board,
  canvasId: CanvasId,
  to: { after?: CanvasId | null; before?: CanvasId | null },
): Applied<true> | null {
  return transact(board, 'moveCanvas', (write) => {
    if (!write.entry('canvases', canvasId)) return null
    const others = readBoard(board).canvases.filter((canvas) => canvas.id !== canvasId)
    const plan = planInsertion(others, { at: insertionIndex(others, to), count: 1 })
    for (const [id, order] of plan.renumbered) write.setSilently('canvases', id, 'order', order)
    write.set('canvases', canvasId, 'order', plan.keys[0] as string)
    return true
  })
}

/** Put a canvas into the bin; its items go out of sight with it and come back with it. */
export function binCanvas(board: Board, canvasId: CanvasId): Applied<true> | null {
  return transact(board, 'binCanvas', (write) => {
    write.set('canvases', canvasId, 'state', 'deleted')
    return true
  })
}

/** Take a canvas out of the bin. */
export function restoreCanvas(board: Board, canvasId: CanvasId): Applied<true> | null {
  return transact(board, 'restoreCanvas', (write) => {
    write.set('canvases', canvasId, 'state', null)
    return true
  })
}
