import type { VoteRound } from '@tafelrunde/schema/plain'
import { useEffect, useState } from 'react'
import { ApiError, callApi } from '../../../api/callApi.ts'
import type { StoredSeat } from '../../../api/seats.ts'
import { voteOutcome, type VoteOutcome } from './voteOutcome.ts'

/** An open vote is looked at so often; 300 screens of one workshop would still be a trickle. */
const lookEveryMs = 4_000

/**
 * What is to be seen of a round; null while there is none, or while this seat may not see any of it (403, 404). Under a
 * frozen picture nothing new is learned.
 */
export function useVoteOutcome(
  { workshopId, token }: Pick<StoredSeat, 'workshopId' | 'token'>,
  round: VoteRound | null,
  isStill: boolean,
): VoteOutcome | null {
  const roundId = round?.id ?? null
  const isClosed = round !== null && round.closedAt !== null
  const [known, setKnown] = useState<{ readonly roundId: string; readonly outcome: VoteOutcome | null } | null>(null)
  useEffect(() => {
    if (roundId === null || isStill) return undefined
    const abort = new AbortController()
    let again: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      let isDone = isClosed
      try {
        const { signal } = abort
        const path = `/workshops/${workshopId}/votes/${roundId}`
        const outcome = await callApi('GET', path, { token, schema: voteOutcome, signal })
        if (!abort.signal.aborted) setKnown({ roundId, outcome })
      } catch (error) {
        if (!(error instanceof ApiError) && !(error instanceof TypeError)) throw error
        // Not to be seen yet, or no connection: what is known stays, and the next look may bring more.
        isDone = false
      }
      if (!isDone && !abort.signal.aborted) again = setTimeout(() => void look(), lookEveryMs)
    }
    void look()
    return () => {
      abort.abort()
      clearTimeout(again)
    }
  }, [workshopId, token, roundId, isClosed, isStill])
  return known && known.roundId === roundId ? known.outcome : null
}
