import type { Ballot, VoteOption } from '@tafelrunde/protocol'
import type { VoteRoundId, WorkshopId } from '@tafelrunde/schema/plain'
import type { BallotId, VoterId } from './ballotId.ts'

/** A round as it is opened; what it is about stands in the run state. */
export interface NewRound {
  readonly id: VoteRoundId
  readonly workshopId: WorkshopId
  /** Who voted is kept apart from what was voted, organisations included. */
  readonly isSecret: boolean
  readonly options: readonly VoteOption[]
}

/** A round as it is kept. `eligible` is how many people could vote when it was closed. */
export interface StoredRound {
  readonly workshopId: WorkshopId
  readonly closedAt: number | null
  readonly eligible: number | null
}

/** A ballot on its way in. */
export interface CastBallot {
  readonly roundId: VoteRoundId
  readonly voter: VoterId
  readonly ballotId: BallotId
  /** The person for whom a moderator votes, '' without a name; null: a seat votes. */
  readonly proxyName: string | null
  /** The organisation whose weight the ballot shares; null: it stands for itself. */
  readonly house: string | null
  readonly body: Ballot
}

/** A ballot as it is counted: of whom nobody can tell. Ballots of one house have the same `house`. */
export interface CountedBallot {
  readonly house: string | null
  readonly body: Ballot
}

/** `sealed`: the voter has voted and the ballot cannot be found again. `full`: there are as many proxies as may be. */
export type CastOutcome = 'counted' | 'closed' | 'sealed' | 'full'

/** Voters of a round. */
export interface VoterCount {
  readonly roundId: VoteRoundId
  readonly voted: number
  readonly proxies: number
}

/** A recommendation's place in the order that the moderators settled. */
export interface Priority {
  readonly recommendationKey: string
  readonly rank: number
  readonly roundId: VoteRoundId | null
}

/**
 * Where rounds of votes and their ballots are kept.
 *
 * [VO1] A round is kept with its options, in their order; a discarded one leaves nothing.
 * [VO2] A voter has one ballot in a round, also when several arrive at once: a later one replaces it.
 * [VO3] A ballot is counted or refused as closed. Once `close` has resolved, nothing changes any more; closing again
 *      gives the first time.
 * [VO4] In a secret round nothing that is kept leads from a voter to a ballot: not an id, a time or an order, and after
 *      closing not the organisation. A voter without the ballot's id is told `sealed` and counts once.
 * [VO5] Proxies are bounded, also when many are entered at once.
 * [VO6] Counts are those of the voters; rounds of other workshops do not count.
 * [VO7] Priorities replace the former ones as a whole.
 */
export interface VoteStore {
  open(round: NewRound): Promise<void>
  discard(roundId: VoteRoundId): Promise<void>
  round(roundId: VoteRoundId): Promise<StoredRound | null>
  options(roundId: VoteRoundId): Promise<readonly VoteOption[]>
  cast(ballot: CastBallot): Promise<CastOutcome>
  ballotOf(roundId: VoteRoundId, ballotId: BallotId): Promise<Ballot | null>
  hasVoted(roundId: VoteRoundId, voter: VoterId): Promise<boolean>
  /** The time of closing. */
  close(roundId: VoteRoundId, at: number): Promise<number>
  ballots(roundId: VoteRoundId): Promise<readonly CountedBallot[]>
  proxies(roundId: VoteRoundId): Promise<readonly { readonly id: string; readonly name: string }[]>
  counts(workshopId: WorkshopId): Promise<readonly VoterCount[]>
  /** People at living seats whose role votes and who do not wait in the lobby. */
  eligiblePeople(workshopId: WorkshopId): Promise<number>
  setPriorities(workshopId: WorkshopId, priorities: readonly Priority[]): Promise<void>
  priorities(workshopId: WorkshopId): Promise<readonly Priority[]>
}
