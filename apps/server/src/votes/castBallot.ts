import { AppError, isWriting, type Ballot, type ProxyBallotRequest } from '@tafelrunde/protocol'
import { normaliseLine } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import { ballotIdOf, voterOfProxy, voterOfSeat, type VoterId } from './ballotId.ts'
import { checkBallot } from './checkBallot.ts'
import { roundOf, type FoundRound, type VoteParts } from './roundOf.ts'
import { optionsForSeat } from './voteOptions.ts'
import type { CastOutcome } from './VoteStore.ts'

/** Who makes a request: the seat, and the token that is on the server only meanwhile. */
export interface Bearer {
  readonly seat: Seat
  readonly token: string
}

const REFUSALS = {
  closed: () => new AppError('vote.closed', 'the vote is closed'),
  sealed: () => new AppError('ballot.sealed', 'a secret ballot was cast with an earlier token'),
  full: () => new AppError('request.tooMany', 'there are too many ballots of others'),
} as const satisfies Record<Exclude<CastOutcome, 'counted'>, () => AppError>

/**
 * Count the ballot of a seat, in the place of the one that it has cast before. Neither audit nor log know of it.
 *
 * @throws AppError `seat.notAllowed` | `vote.unknown` | `ballot.invalid` | `vote.closed` | `ballot.sealed`
 */
export async function castBallot(
  parts: VoteParts,
  bearer: Bearer,
  vote: { readonly roundId: string; readonly ballot: Ballot },
): Promise<void> {
  if (!isWriting(bearer.seat.role)) throw new AppError('seat.notAllowed', 'onlookers do not vote')
  const found = await roundOf(parts, bearer.seat, vote.roundId)
  const voter = voterOfSeat(bearer.seat.id)
  await cast(parts, bearer, found, { voter, organisation: bearer.seat.organisation, name: null, body: vote.ballot })
}

/**
 * Count the ballot of somebody without a device, entered by a moderator.
 *
 * @throws AppError as castBallot, or `request.tooMany`
 */
export async function castProxyBallot(
  parts: VoteParts,
  bearer: Bearer,
  vote: { readonly roundId: string; readonly request: ProxyBallotRequest },
): Promise<void> {
  const { id, name = '', organisation = '', ballot } = vote.request
  const { seat } = bearer
  const found = await roundOf(parts, seat, vote.roundId)
  const voter = voterOfProxy(id)
  await cast(parts, bearer, found, { voter, organisation, name: normaliseLine(name), body: ballot })
  const details = { roundId: found.round.id, proxyId: id }
  await parts.audit.append({
    workshopId: seat.workshopId,
    seatId: seat.id,
    at: parts.now(),
    event: 'ballot.proxied',
    details,
  })
}

async function cast(
  parts: VoteParts,
  { seat, token }: Bearer,
  { run, round, stored }: FoundRound,
  by: { readonly voter: VoterId; readonly organisation: string; readonly name: string | null; readonly body: Ballot },
): Promise<void> {
  if (stored.closedAt !== null || run.closedAt !== null) throw REFUSALS.closed()
  const { plan } = round
  const options = await parts.voteFacts.options(round.id)
  checkBallot(plan, optionsForSeat(plan, options, seat), by.body)
  const outcome = await parts.votes.cast({
    roundId: round.id,
    voter: by.voter,
    ballotId: ballotIdOf({ id: round.id, isSecret: plan.isSecret }, { voter: by.voter, token }),
    proxyName: by.name,
    house: plan.weight === 'organisation' ? houseOf(by.organisation) : null,
    body: by.body,
  })
  if (outcome !== 'counted') throw REFUSALS[outcome]()
  parts.news.tell(seat.workshopId, 'votes')
}

/** However somebody has written the name of the house. */
function houseOf(organisation: string): string | null {
  const house = normaliseLine(organisation).trim().replace(/ +/g, ' ').toLowerCase()
  return house === '' ? null : house
}
