import type { VoteResponse } from '@tafelrunde/protocol'
import type { VoteRound } from '@tafelrunde/schema/plain'
import { useEffect, useState } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { readVote, type Access } from './voteCalls.ts'

const TRY_AGAIN_MS = 3_000

/** A round with its options and figures, read anew when it closes; null until it is there. */
export function useVote(
  { workshopId, token }: Access,
  { id, closedAt }: Pick<VoteRound, 'id' | 'closedAt'>,
): VoteResponse | null {
  const [vote, setVote] = useState<VoteResponse | null>(null)
  useEffect(() => {
    let isCurrent = true
    let again: ReturnType<typeof setTimeout> | undefined
    const attempt = (): void =>
      void readVote({ workshopId, token }, id).then(
        (read) => isCurrent && setVote(read),
        (error: unknown) => {
          if (!(error instanceof ApiError)) throw error
          if (isCurrent) again = setTimeout(attempt, TRY_AGAIN_MS)
        },
      )
    attempt()
    return () => {
      isCurrent = false
      clearTimeout(again)
    }
  }, [workshopId, token, id, closedAt])
  return vote
}
