import type { Board } from '../Board.ts'
import type { CanvasId, TargetGroupId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { plainTextOf, type RichText } from '../RichText.ts'
import { normaliseLine, normaliseRichText } from '../text.ts'
import { transact } from '../transact.ts'
import type { CanvasKind } from './Canvas.ts'

/**
 * Set the title of a canvas by the smallest splice: two people typing in it merge.
 *
 * @throws LimitExceeded `text.tooLong`, before anything is written
 */
export function editCanvasTitle(board: Board, canvasId: CanvasId, title: string): Applied<true> | null {
  assertWithin('text.tooLong', title.length, LIMITS.titleCharacters)
  return transact(board, 'editCanvasTitle', (write) => {
    write.text('canvases', canvasId, 'title', normaliseLine(title))
    return true
  })
}

/** Say whether the target group is reached directly or through others; null: not said. */
export function setCanvasKind(board: Board, canvasId: CanvasId, kind: CanvasKind | null): Applied<true> | null {
  return transact(board, 'setCanvasKind', (write) => {
    write.set('canvases', canvasId, 'kind', kind)
    return true
  })
}

/** Say which target group of the series a canvas is about. */
export function setCanvasTargetGroup(
  board: Board,
  canvasId: CanvasId,
  targetGroupId: TargetGroupId | null,
): Applied<true> | null {
  return transact(board, 'setCanvasTargetGroup', (write) => {
    write.set('canvases', canvasId, 'targetGroupId', targetGroupId)
    return true
  })
}

/**
 * Set the short description of a canvas, changing as little of it as possible.
 *
 * @throws LimitExceeded `text.tooLong`, before anything is written
 */
export function editCanvasSummary(board: Board, canvasId: CanvasId, summary: RichText): Applied<true> | null {
  assertWithin('text.tooLong', plainTextOf(summary).length, LIMITS.summaryCharactersHard)
  return transact(board, 'editCanvasSummary', (write) => {
    write.richText('canvases', canvasId, 'summary', normaliseRichText(summary))
    return true
  })
}
