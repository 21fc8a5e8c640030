import { addCanvas, editCanvasTitle, readBoard, setCanvasTargetGroup, type Board } from '@tafelrunde/schema'
import type { BoardSnapshot, Canvas, TargetGroup } from '@tafelrunde/schema/plain'

const TEMPLATE = 'target-group'

/**
 * See to it that the board has a canvas for the target group: the first one that nobody has begun to fill becomes it,
 * else one is added. A board that has it already stays as it is. `unwritten` are titles that nobody has typed.
 *
 * @throws LimitExceeded `canvas.tooMany`
 */
export function giveCanvas(board: Board, targetGroup: TargetGroup, unwritten: readonly string[]): void {
  const snapshot = readBoard(board)
  const canvases = snapshot.canvases.filter(({ state }) => state === 'active')
  const isThere = canvases.some(({ targetGroupId }) => targetGroupId === targetGroup.id)
  if (isThere) return
  const first = canvases[0]
  if (!first || !isUntouched(snapshot, first, unwritten)) {
    addCanvas(board, { templateId: TEMPLATE, title: targetGroup.title, targetGroupId: targetGroup.id })
    return
  }
  editCanvasTitle(board, first.id, targetGroup.title)
  setCanvasTargetGroup(board, first.id, targetGroup.id)
}

function isUntouched(board: BoardSnapshot, canvas: Canvas, unwritten: readonly string[]): boolean {
  const isEmpty = canvas.summary.length === 0 && canvas.services.length === 0 && canvas.kind === null
  const hasItems = board.items.some(({ canvasId, state }) => canvasId === canvas.id && state !== 'deleted')
  return canvas.templateId === TEMPLATE && unwritten.includes(canvas.title) && isEmpty && !hasItems
}
