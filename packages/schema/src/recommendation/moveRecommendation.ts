import { readBoard, type Board } from '../Board.ts'
import type { RecommendationId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { insertionIndex, planInsertion } from '../order.ts'
import { transact } from '../transact.ts'

/** Move a recommendation in the list. Null when it is gone. */
export function moveRecommendation(
  board: Board,
  id: RecommendationId,
  to: { after?: RecommendationId | null; before?: RecommendationId | null },
): Applied<true> | null {
  return transact(board, 'moveRecommendation', (write) => {
    if (!write.entry('recommendations', id)) return null
    const others = readBoard(board).recommendations.filter((recommendation) => recommendation.id !== id)
    const plan = planInsertion(others, { at: insertionIndex(others, to), count: 1 })
    for (const [other, order] of plan.renumbered) write.setSilently('recommendations', other, 'order', order)
    write.set('recommendations', id, 'order', plan.keys[0] as string)
    return true
  })
}
