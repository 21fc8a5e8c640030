import type { RunState, VoteRound, VoteRoundId, WorkshopId } from '@tafelrunde/schema/plain'
import type { VoteParts } from './roundOf.ts'
import type { StoredRound } from './VoteStore.ts'

type Parts = Pick<VoteParts, 'votes' | 'runStates' | 'audit' | 'log' | 'news' | 'now'>

/**
 * Bring the open rounds of a run state up to the store, which decides what is counted. A disk that fails can have taken
 * the run state and said that it has not: then the round was discarded, nobody can vote in it, and it would keep every
 * later one from being opened. A round that the store has closed is closed in the run state, too. Nothing happens where
 * both agree, or where the store cannot be read.
 */
export async function reconcileRounds(parts: Parts, workshopId: WorkshopId): Promise<RunState> {
  // As the document has it: after a write that failed, what is in memory may know less than the disk.
  const run = await parts.runStates.change(workshopId, (current) => current)
  const open = run.rounds.filter(({ closedAt }) => closedAt === null)
  const stored = new Map(await Promise.all(open.map(async ({ id }) => [id, await parts.votes.round(id)] as const)))
  if (open.every(({ id }) => stored.get(id)?.closedAt === null)) return run

  let removed: readonly VoteRound[] = []
  let closed: readonly VoteRound[] = []
  const settled = await parts.runStates.change(workshopId, (current) => {
    const doubtful = current.rounds.filter(({ id, closedAt }) => closedAt === null && stored.has(id))
    removed = doubtful.filter(({ id }) => stored.get(id) === null)
    closed = doubtful.filter(({ id }) => (stored.get(id)?.closedAt ?? null) !== null)
    return { ...current, rounds: current.rounds.flatMap((round) => settledRound(round, stored)) }
  })
  for (const { id } of removed) parts.log.warn('vote.removed', { workshopId, roundId: id })
  for (const { id } of closed) {
    const details = { roundId: id }
    await parts.audit.append({ workshopId, seatId: null, at: parts.now(), event: 'vote.closed', details })
    parts.log.info('vote.closed', { workshopId, roundId: id })
  }
  parts.news.tell(workshopId, 'votes')
  return settled
}

function settledRound(round: VoteRound, stored: ReadonlyMap<VoteRoundId, StoredRound | null>): readonly VoteRound[] {
  const known = stored.get(round.id)
  if (round.closedAt !== null || known === undefined) return [round]
  return known === null ? [] : [{ ...round, closedAt: known.closedAt }]
}
