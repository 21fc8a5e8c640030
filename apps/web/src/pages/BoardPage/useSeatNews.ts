import { useEffect, useRef } from 'react'
import type { StoredSeat } from '../../api/seats.ts'
import type { Session } from '../../sync/openSession.ts'

/** Follows the person's seat: into another group, and says when the moderators let it read or write. */
export function useSeatNews(seat: StoredSeat, session: Session | null): void {
  const { groupId, isMuted = false } = seat
  const before = useRef(seat)
  useEffect(() => {
    const former = before.current
    before.current = seat
    if (former.groupId === groupId && (former.isMuted ?? false) === isMuted) return
    const run = session?.runState.get() ?? null
    // Without a network nobody was moved; and if this is not to be had now, the board says where one may write.
    void import('./tellSeatNews.ts').then(
      ({ tellSeatNews }) => tellSeatNews(seat, { former, run }),
      () => undefined,
    )
    // oxlint-disable-next-line react/exhaustive-deps -- only these two are news
  }, [groupId, isMuted])
}
