import { VoteResponse } from '@tafelrunde/protocol'
import type { RecommendationFigures, RunState } from '@tafelrunde/schema/plain'
import { useEffect, useMemo, useState } from 'react'
import { callApi } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { figuresOf } from './figuresOf.ts'

/** What closed votes say about the recommendations; fetched once per round, since a closed one never changes. */
export function useFigures(
  run: RunState,
  { workshopId, token }: Pick<StoredSeat, 'workshopId' | 'token'>,
): ReadonlyMap<string, RecommendationFigures> {
  const [known, setKnown] = useState<ReadonlyMap<string, VoteResponse>>(new Map())
  const closed = run.rounds
    .filter(({ closedAt, plan }) => closedAt !== null && plan.subject === 'recommendations')
    .map(({ id }) => id)
    .join()
  useEffect(() => {
    let isCurrent = true
    for (const id of closed.split(',')) {
      if (id === '') continue
      // Without an answer the views show what was agreed; the next closed round asks again.
      void callApi('GET', `/workshops/${workshopId}/votes/${id}`, { token, schema: VoteResponse }).then(
        (round) => isCurrent && setKnown((rounds) => new Map(rounds).set(id, round)),
        () => undefined,
      )
    }
    return () => void (isCurrent = false)
  }, [closed, workshopId, token])
  return useMemo(() => figuresOf([...known.values()]), [known])
}
