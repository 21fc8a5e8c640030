import { internalsOf, type Board } from '../Board.ts'
import type { ItemId, SeatId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { transact } from '../transact.ts'
import { reactionKey } from './Reaction.ts'

/**
 * Agree with an item, or no longer if this seat agrees already; the result says whether it agrees now. Nothing of the
 * item is written. Null when the item is gone.
 *
 * @throws LimitExceeded `reaction.tooMany`, before anything is written
 */
export function toggleReaction(board: Board, itemId: ItemId, seatId: SeatId): Applied<boolean> | null {
  const { roots } = internalsOf(board)
  const key = reactionKey(itemId, seatId)
  const isAgreeing = roots.reactions.has(key)
  if (!isAgreeing) assertWithin('reaction.tooMany', roots.reactions.size + 1, LIMITS.reactionsPerBoard)
  return transact(board, 'toggleReaction', (write) => {
    if (!write.entry('items', itemId)) return null
    if (isAgreeing) write.remove('reactions', key)
    else write.create('reactions', key, { values: { kind: 'agree' } })
    return !isAgreeing
  })
}
