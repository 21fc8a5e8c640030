import { createHash } from 'node:crypto'
import type { SeatId, VoteRoundId } from '@tafelrunde/schema/plain'

/** Who votes: a seat, or a person without a device. The kind stands before the id, so that neither passes as the other. */
export type VoterId = string & { readonly __brand: 'VoterId' }

/** Under which a ballot is found again. */
export type BallotId = string & { readonly __brand: 'BallotId' }

const PROXY = 'proxy:'

/** The seat as a voter. */
export function voterOfSeat(seatId: SeatId): VoterId {
  return `seat:${seatId}` as VoterId
}

/** Somebody for whom a moderator votes, by the id that the moderator's client has made. */
export function voterOfProxy(proxyId: string): VoterId {
  return `${PROXY}${proxyId}` as VoterId
}

/** The id of a proxy among voters, or null for a seat. */
export function proxyIdOf(voter: string): string | null {
  return voter.startsWith(PROXY) ? voter.slice(PROXY.length) : null
}

/**
 * Where the ballot of a voter lies. In an open vote under the voter. In a secret one under SHA-256 of the bearer token,
 * the round and the voter: the token is on the server only while a request is made, and what is stored of it is another
 * hash, so that nobody who has the store can find whose ballot it is. After a recovery the seat has another token.
 */
export function ballotIdOf(
  round: { readonly id: VoteRoundId; readonly isSecret: boolean },
  by: { readonly voter: VoterId; readonly token: string },
): BallotId {
  if (!round.isSecret) return by.voter as string as BallotId
  const hash = createHash('sha256').update(`tafelrunde ballot\n${by.token}\n${round.id}\n${by.voter}`)
  return hash.digest('hex') as BallotId
}
