import type { GroupId } from '@tafelrunde/schema'
import { useEffect, useState } from 'react'
import type { StoredSeat } from '../api/seats.ts'
import type { BoardSession } from './BoardSession.ts'
import { openSession, type Session } from './openSession.ts'

/** The session of a place, opened with it and closed when it is left; null in the first render. */
export function useSession(seat: StoredSeat): Session | null {
  const [session, setSession] = useState<Session | null>(null)
  const { seatId, token, workshopId, groupId, role } = seat
  useEffect(() => {
    const opened = openSession({ workshopId, seat })
    setSession(opened)
    return () => {
      opened.close()
      setSession(null)
    }
    // Where one may write depends on group and role, so a person who was moved gets a new session.
    // oxlint-disable-next-line react/exhaustive-deps -- name and last use change without a new session
  }, [seatId, token, workshopId, groupId, role])
  return session
}

/** A board of the session, opened with the place and closed when it is left; null in the first render. */
export function useBoardSession(session: Session | null, groupId: GroupId): BoardSession | null {
  const [board, setBoard] = useState<BoardSession | null>(null)
  useEffect(() => {
    if (!session) return undefined
    const opened = session.openBoard(groupId)
    // oxlint-disable-next-line react/set-state-in-effect -- opens a document, which rendering must not
    setBoard(opened)
    return () => {
      opened.close()
      setBoard(null)
    }
  }, [session, groupId])
  return board
}
