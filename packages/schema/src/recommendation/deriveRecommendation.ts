import { internalsOf, readBoard, type Board } from '../Board.ts'
import type { ItemId, RecommendationId, SeatId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { transact } from '../transact.ts'
import { checkRecommendationText, claimLastOrder, writeRecommendation } from './addRecommendation.ts'

/**
 * Make a recommendation from an item: linked to it, with the canvas's target group and the item's text as rationale.
 * Without a title people name the action themselves. Null when the item is gone.
 *
 * @throws LimitExceeded `recommendation.tooMany` | `text.tooLong`, before anything is written
 */
export function deriveRecommendation(
  board: Board,
  itemId: ItemId,
  title = '',
  author?: SeatId,
): Applied<RecommendationId> | null {
  const count = internalsOf(board).roots.recommendations.size + 1
  assertWithin('recommendation.tooMany', count, LIMITS.recommendationsPerBoard)
  checkRecommendationText('title', title)
  const { canvases, items } = readBoard(board)
  const item = items.find((other) => other.id === itemId)
  if (!item || item.state === 'deleted') return null
  const targetGroupId = canvases.find((canvas) => canvas.id === item.canvasId)?.targetGroupId
  return transact(board, 'deriveRecommendation', (write) =>
    writeRecommendation(
      write,
      {
        title,
        rationale: item.text,
        itemIds: [itemId],
        targetGroupIds: targetGroupId ? [targetGroupId] : [],
        ...(author ? { author } : {}),
      },
      claimLastOrder(board, write),
    ),
  )
}
