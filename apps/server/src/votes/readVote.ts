import {
  isModerating,
  isWriting,
  type Turnout,
  type VoteCount,
  type VoteOption,
  type VoteResponse,
} from '@tafelrunde/protocol'
import type { RunState, WorkshopId } from '@tafelrunde/schema/plain'
import { mayReadBoard } from '../results/mayReadBoard.ts'
import type { Seat } from '../seams.ts'
import { ballotIdOf, voterOfSeat } from './ballotId.ts'
import type { Bearer } from './castBallot.ts'
import { isHiddenWhileOpen, roundOf, type FoundRound, type VoteParts } from './roundOf.ts'
import { optionsForSeat } from './voteOptions.ts'

/**
 * A round as the seat may see it. While it is open and hidden nobody gets a figure but moderators how many have voted,
 * and while it is open members get options and figures only of what they vote on; after closing every member of the
 * workshop gets all of them. The own ballot is given back to its seat.
 *
 * @throws AppError `vote.unknown`
 */
export async function readVote(parts: VoteParts, bearer: Bearer, roundId: string): Promise<VoteResponse> {
  const { seat, token } = bearer
  const found = await roundOf(parts, seat, roundId)
  const { run, round, stored } = found
  const isClosed = stored.closedAt !== null
  const isShown = isClosed || !isHiddenWhileOpen(round.plan)
  const voter = voterOfSeat(seat.id)
  const ballotId = ballotIdOf({ id: round.id, isSecret: round.plan.isSecret }, { voter, token })
  const isModerator = isModerating(seat.role)
  const [options, ownBallot, hasVoted, turnout, results, proxies] = await Promise.all([
    parts.voteFacts.options(round.id),
    parts.votes.ballotOf(round.id, ballotId),
    parts.votes.hasVoted(round.id, voter),
    isShown || isModerator ? turnoutOf(parts, found) : null,
    isShown ? parts.voteFacts.results(round, { isClosed }) : null,
    isModerator ? parts.votes.proxies(round.id) : null,
  ])
  const shown = readableOptions(run, seat, isClosed ? options : optionsForSeat(round.plan, options, seat))
  return {
    roundId: round.id,
    closedAt: stored.closedAt,
    options: [...shown],
    // Whoever is offered nothing, an estimate without a group for example, is asked for nothing.
    mayVote: !isClosed && isWriting(seat.role) && shown.length > 0,
    hasVoted,
    ownBallot,
    turnout,
    results: results && {
      ...results,
      options: results.options.filter(({ optionId }) => shown.some(({ id }) => id === optionId)),
    },
    proxies: proxies && [...proxies],
  }
}

/** How many have voted in each round of a workshop: numbers only. */
export async function countVotes(parts: Pick<VoteParts, 'votes'>, workshopId: WorkshopId): Promise<VoteCount[]> {
  return [...(await parts.votes.counts(workshopId))]
}

/** Who votes has to see what on; a link that only looks on at one group shows that group's notes and no others. */
function readableOptions(run: RunState, seat: Seat, options: readonly VoteOption[]): readonly VoteOption[] {
  if (isWriting(seat.role)) return options
  return options.filter(({ groupId }) => {
    const group = run.groups.find(({ id }) => id === groupId)
    return groupId === null || (group !== undefined && mayReadBoard(run, seat, group))
  })
}

async function turnoutOf(parts: Pick<VoteParts, 'votes'>, { round, stored }: FoundRound): Promise<Turnout> {
  const { workshopId } = stored
  const counts = await parts.votes.counts(workshopId)
  const { voted, proxies } = counts.find(({ roundId }) => roundId === round.id) ?? { voted: 0, proxies: 0 }
  return { voted, proxies, eligible: stored.eligible ?? (await parts.votes.eligiblePeople(workshopId)) }
}
