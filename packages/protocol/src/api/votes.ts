import { z } from 'zod'
import { Id, ShortText } from './common.ts'
import { VotePlanRequest } from './workshops.ts'

/** Most options that one round has; more cannot be read through in the time that a vote gets. */
export const MAX_VOTE_OPTIONS = 500

/** Most ballots that moderators enter for people without a device, per round. */
export const MAX_PROXY_BALLOTS = 200

const Rating = z.int().min(1).max(5).nullable()

/** Votes that one ballot gives to one option; an option that is not named gets none. */
export const Allocation = z.strictObject({ optionId: Id, votes: z.int().min(1).max(100) })
export type Allocation = z.infer<typeof Allocation>

/** What one ballot says about one option; null: not said. */
export const Estimate = z.strictObject({
  optionId: Id,
  effort: Rating,
  impact: Rating,
  confidence: z.int().min(1).max(3).nullable(),
})
export type Estimate = z.infer<typeof Estimate>

/**
 * `PUT /api/v1/workshops/:id/votes/:roundId/ballot`: the whole ballot of the seat. A later one replaces it while the
 * round is open; the same one again changes nothing. `allocations` for dots, points and choice, `estimates` for
 * estimates, `isAbstention` where the plan allows it.
 */
export const Ballot = z.union([
  z.strictObject({ allocations: z.array(Allocation).max(MAX_VOTE_OPTIONS) }),
  z.strictObject({ estimates: z.array(Estimate).max(MAX_VOTE_OPTIONS) }),
  z.strictObject({ isAbstention: z.literal(true) }),
])
export type Ballot = z.infer<typeof Ballot>

/** Answer of `PUT …/ballot`: the ballot as it is counted from now on. */
export const BallotResponse = z.object({ ballot: Ballot })
export type BallotResponse = z.infer<typeof BallotResponse>

/**
 * `POST /api/v1/workshops/:id/votes/:roundId/proxy-ballots` (moderators): the ballot of somebody without a device.
 * `id` is made by the client: the same id again replaces the ballot, so that a repeated request counts once.
 */
export const ProxyBallotRequest = z.strictObject({
  id: Id,
  name: ShortText.optional(),
  /** For a vote that weighs by organisation; without it the ballot counts like an organisation of its own. */
  organisation: ShortText.optional(),
  ballot: Ballot,
})
export type ProxyBallotRequest = z.infer<typeof ProxyBallotRequest>

/**
 * `POST /api/v1/workshops/:id/votes` (moderators): open a round. Without `plan` that of the step `stepId`, without
 * both that of the current step. The options are read from the boards at this moment.
 */
export const OpenVoteRequest = z.strictObject({ stepId: Id.optional(), plan: VotePlanRequest.optional() })
export type OpenVoteRequest = z.infer<typeof OpenVoteRequest>

/** One thing that can be voted for, as it was when the round was opened. */
export const VoteOption = z.object({
  id: Id,
  /** `${groupId}/${itemId}` or `${groupId}/${recommendationId}`; null for an option that moderators wrote. */
  key: z.string().nullable(),
  groupId: Id.nullable(),
  label: z.string(),
})
export type VoteOption = z.infer<typeof VoteOption>

/** Median and distance between the extremes of what was said about one question; `counts[0]` is how often 1. */
export const EstimateSummary = z.object({
  count: z.number(),
  median: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  spread: z.number().nullable(),
  counts: z.array(z.number()),
})
export type EstimateSummary = z.infer<typeof EstimateSummary>

/** What one option got. `weight` equals `votes` unless the plan weighs by organisation. Equal weights share a rank. */
export const OptionResult = z.object({
  optionId: Id,
  rank: z.number(),
  votes: z.number(),
  weight: z.number(),
  /** Ballots that name the option. */
  voters: z.number(),
  effort: EstimateSummary.nullable(),
  impact: EstimateSummary.nullable(),
  confidence: EstimateSummary.nullable(),
})
export type OptionResult = z.infer<typeof OptionResult>

/** Who took part. */
export const Turnout = z.object({
  /** Seats and proxies that have cast a ballot, abstentions included. */
  voted: z.number(),
  proxies: z.number(),
  /** People who may vote, several at one device too; while the round is open: now, afterwards: when it was closed. */
  eligible: z.number(),
})
export type Turnout = z.infer<typeof Turnout>

/** The figures of a round, best first. */
export const VoteResults = z.object({ abstentions: z.number(), options: z.array(OptionResult) })
export type VoteResults = z.infer<typeof VoteResults>

/**
 * `GET /api/v1/workshops/:id/votes/:roundId`: a round as this seat may see it. `results` is null for everybody, and
 * `turnout` for all but moderators, while an open round is hidden or secret.
 */
export const VoteResponse = z.object({
  roundId: Id,
  closedAt: z.number().nullable(),
  /** Those that this seat may vote for. */
  options: z.array(VoteOption),
  mayVote: z.boolean(),
  hasVoted: z.boolean(),
  /** Null before voting, and for a secret ballot that was cast with an earlier token of the seat. */
  ownBallot: Ballot.nullable(),
  turnout: Turnout.nullable(),
  results: VoteResults.nullable(),
  /** For moderators: the people for whom a ballot was entered; never what it says. */
  proxies: z.array(z.object({ id: Id, name: z.string() })).nullable(),
})
export type VoteResponse = z.infer<typeof VoteResponse>

/**
 * `POST /api/v1/workshops/:id/votes/:roundId/winners` (moderators): what comes of a closed round. Notes and written
 * options become target groups with a canvas in the chosen groups, one after the other in turn; recommendations
 * become the priorities of the workshop, in this order. Doing it again changes nothing more.
 */
export const WinnersRequest = z.strictObject({
  optionIds: z.array(Id).min(1).max(60),
  groupIds: z.array(Id).max(60).optional(),
})
export type WinnersRequest = z.infer<typeof WinnersRequest>

/** `GET /api/v1/workshops/:id/priorities`: recommendations in the order that the moderators settled. */
export const PrioritiesResponse = z.object({
  priorities: z.array(z.object({ recommendationKey: z.string(), rank: z.number(), roundId: Id.nullable() })),
})
export type PrioritiesResponse = z.infer<typeof PrioritiesResponse>

/** How many have voted in a round: all that the cockpit's stream says about a vote. */
export const VoteCount = z.object({ roundId: Id, voted: z.number(), proxies: z.number() })
export type VoteCount = z.infer<typeof VoteCount>
