import type { Seat } from '../seams.ts'
import { roundOf, type VoteParts } from './roundOf.ts'

/**
 * Close a round. The store draws the line: a ballot is counted before it or refused after it. Only then the run state
 * tells everybody. Closing again changes nothing, and brings the run state up to the store if a stop came between. Who
 * has told everybody is remembered as the one who closed it.
 *
 * @throws AppError `vote.unknown`
 */
export async function closeVote(parts: VoteParts, seat: Seat, roundId: string): Promise<void> {
  const { workshopId } = seat
  const { round } = await roundOf(parts, seat, roundId)
  const closedAt = await parts.votes.close(round.id, parts.now())
  let isFirst = false
  await parts.runStates.change(workshopId, (current) => {
    isFirst = current.rounds.some((each) => each.id === round.id && each.closedAt === null)
    if (!isFirst) return current
    return { ...current, rounds: current.rounds.map((each) => (each.id === round.id ? { ...each, closedAt } : each)) }
  })
  if (!isFirst) return
  const details = { roundId: round.id }
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'vote.closed', details })
  parts.log.info('vote.closed', { workshopId, roundId: round.id })
  parts.news.tell(workshopId, 'votes')
}
