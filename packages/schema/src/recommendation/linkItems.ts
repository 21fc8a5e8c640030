import { readBoard, type Board } from '../Board.ts'
import type { ItemId, RecommendationId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { transact } from '../transact.ts'
import { ITEM_PREFIX } from './parseRecommendation.ts'

/**
 * Say that a recommendation answers an item. The item itself is not written. Null when one of them is gone.
 *
 * @throws LimitExceeded `recommendation.tooMany`, before anything is written
 */
export function linkItem(board: Board, id: RecommendationId, itemId: ItemId): Applied<true> | null {
  const recommendation = readBoard(board).recommendations.find((other) => other.id === id)
  const count = (recommendation?.itemIds.length ?? 0) + 1
  assertWithin('recommendation.tooMany', count, LIMITS.linksPerRecommendation)
  return transact(board, 'linkItem', (write) => {
    if (!write.entry('items', itemId)) return null
    write.set('recommendations', id, ITEM_PREFIX + itemId, true)
    return true
  })
}

/** Take back that a recommendation answers an item. */
export function unlinkItem(board: Board, id: RecommendationId, itemId: ItemId): Applied<true> | null {
  return transact(board, 'unlinkItem', (write) => {
    write.set('recommendations', id, ITEM_PREFIX + itemId, null)
    return true
  })
}
