import * as Y from 'yjs'
import { internalsOf, type Board } from './Board.ts'
import type { CanvasId, ItemId, RecommendationId } from './ids.ts'
import type { RecommendationRichTextKey } from './recommendation/Recommendation.ts'
import type { BoardRoot } from './roots.ts'

/** The text of an item, to bind an editor to; null when the item is gone. */
export function itemFragment(board: Board, itemId: ItemId): Y.XmlFragment | null {
  return fragmentIn(board, 'items', itemId, 'text')
}

/** The short description of a canvas, to bind an editor to; null when the canvas is gone. */
export function canvasSummaryFragment(board: Board, canvasId: CanvasId): Y.XmlFragment | null {
  return fragmentIn(board, 'canvases', canvasId, 'summary')
}

/** A rich text of a recommendation, to bind an editor to; null when the recommendation is gone. */
export function recommendationFragment(
  board: Board,
  id: RecommendationId,
  key: RecommendationRichTextKey,
): Y.XmlFragment | null {
  return fragmentIn(board, 'recommendations', id, key)
}

function fragmentIn(board: Board, root: BoardRoot, id: string, key: string): Y.XmlFragment | null {
  const entry = internalsOf(board).roots[root].get(id)
  const value = entry instanceof Y.Map ? entry.get(key) : null
  return value instanceof Y.XmlFragment ? value : null
}
