import type { VoteResponse } from '@tafelrunde/protocol'
import type { VoteRound } from '@tafelrunde/schema'
import { useEffect, useMemo } from 'react'
import { useSource } from '../../sync/Source.ts'
import type { BallotDraft } from './ballotDraft.ts'
import { putBallot, readVote, type Access } from './voteCalls.ts'
import { VoteDesk, type SaveState } from './VoteDesk.ts'

/** How often the figures of a round that is not hidden are read while somebody looks at them. */
const LIVE_MS = 4_000

/** A person's work on a round, as a component reads it. */
export interface OpenDesk {
  /** Null until it is loaded. */
  readonly vote: VoteResponse | null
  readonly draft: BallotDraft
  readonly state: SaveState
  readonly change: (draft: BallotDraft) => void
}

/** The desk of one round: loaded at first, after closing, and when somebody comes back to the page. */
export function useVoteDesk({ workshopId, token }: Access, round: VoteRound): OpenDesk {
  const { id, plan, closedAt } = round
  const desk = useMemo(() => {
    const access = { workshopId, token }
    return new VoteDesk(plan, { read: () => readVote(access, id), put: (ballot) => putBallot(access, id, ballot) })
    // The plan of a round never changes; a new run state brings an equal one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [workshopId, token, id])
  useEffect(() => {
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') desk.flush()
      else void desk.load()
    }
    document.addEventListener('visibilitychange', onVisibility)
    return () => document.removeEventListener('visibilitychange', onVisibility)
  }, [desk])
  useEffect(() => {
    desk.start()
    return () => desk.stop()
  }, [desk, closedAt])
  const vote = useSource(desk.vote)
  const isLive = closedAt === null && vote?.results != null
  useEffect(() => {
    if (!isLive) return undefined
    const timer = setInterval(() => document.visibilityState === 'visible' && void desk.load(), LIVE_MS)
    return () => clearInterval(timer)
  }, [desk, isLive])
  const draft = useSource(desk.draft)
  const state = useSource(desk.state)
  return { vote, draft, state, change: (next) => desk.change(next) }
}
