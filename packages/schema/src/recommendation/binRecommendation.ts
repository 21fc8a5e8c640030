import type { Board } from '../Board.ts'
import type { RecommendationId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { transact } from '../transact.ts'

/** Put a recommendation into the bin. */
export function binRecommendation(board: Board, id: RecommendationId): Applied<true> | null {
  return setState(board, 'binRecommendation', id, 'deleted')
}

/** Take a recommendation out of the bin or off the parking lot. */
export function restoreRecommendation(board: Board, id: RecommendationId): Applied<true> | null {
  return setState(board, 'restoreRecommendation', id, null)
}

/** Park a recommendation: kept for later, out of the plenary's list. */
export function parkRecommendation(board: Board, id: RecommendationId): Applied<true> | null {
  return setState(board, 'parkRecommendation', id, 'parked')
}

function setState(
  board: Board,
  operation: string,
  id: RecommendationId,
  state: 'parked' | 'deleted' | null,
): Applied<true> | null {
  return transact(board, operation, (write) => {
    write.set('recommendations', id, 'state', state)
    return true
  })
}
