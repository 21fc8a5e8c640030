import { OffersResponse, type Offer } from '@tafelrunde/protocol'
import { useEffect, useState } from 'react'
import { callApi } from '../../../api/callApi.ts'
import type { StoredSeat } from '../../../api/seats.ts'

/** How often to ask where the event stream does not come through. */
const ASK_AGAIN_MS = 10_000

/** What is offered: as the stream tells, else asked for while somebody looks. Null until it is known. */
export function useOffers(
  seat: Pick<StoredSeat, 'workshopId' | 'token'>,
  streamed: readonly Offer[] | null,
): readonly Offer[] | null {
  const [asked, setAsked] = useState<readonly Offer[] | null>(null)
  const isStreamed = streamed !== null
  const { workshopId, token } = seat
  useEffect(() => {
    if (isStreamed) return undefined
    const abort = new AbortController()
    const ask = (): void =>
      void callApi('GET', `/workshops/${workshopId}/plenary/offers`, {
        token,
        schema: OffersResponse,
        signal: abort.signal,
      }).then(
        ({ offers }) => setAsked(offers),
        () => undefined, // asked again soon; until then what is known stays
      )
    ask()
    const timer = setInterval(ask, ASK_AGAIN_MS)
    return () => {
      clearInterval(timer)
      abort.abort()
    }
  }, [isStreamed, workshopId, token])
  return streamed ?? asked
}
