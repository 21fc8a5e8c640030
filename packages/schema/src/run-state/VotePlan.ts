import type { FieldId, StepId, VoteRoundId } from '../ids.ts'

/**
 * How people vote. `dots` and `points`: a number of votes to hand out, points usually with more of them per option.
 * `choice`: exactly one option. `estimate`: effort 1..5, impact 1..5 and confidence 1..3 for each option.
 */
export const VOTE_KINDS = ['dots', 'points', 'choice', 'estimate'] as const
export type VoteKind = (typeof VOTE_KINDS)[number]

/** What is voted on: notes of boards, recommendations, or options that the moderators write. */
export const VOTE_SUBJECTS = ['notes', 'recommendations', 'options'] as const
export type VoteSubject = (typeof VOTE_SUBJECTS)[number]

/** Everything about a vote that is settled before it opens. */
export interface VotePlan {
  readonly kind: VoteKind
  readonly question: string
  readonly subject: VoteSubject
  /** For notes and recommendations: whose. */
  readonly where: 'common' | 'groups'
  /** For notes: of this field only; null: of every field. */
  readonly fieldId: FieldId | null
  /** For the subject `options`. */
  readonly options: readonly string[]
  /** Votes that one seat hands out; 1 for a choice, not used for estimates. */
  readonly votesPerSeat: number
  /** Most votes of one seat for one option; 1: no piling up. */
  readonly maxPerOption: number
  /** Nobody sees a result before the round is closed, moderators included. */
  readonly isHiddenUntilClosed: boolean
  /** Who voted is kept apart from what was voted. */
  readonly isSecret: boolean
  readonly mayAbstain: boolean
  /** `organisation`: all seats of one organisation weigh as much together as those of any other. */
  readonly weight: 'seat' | 'organisation'
}

/** One round of a vote; its ballots are never in a document. */
export interface VoteRound {
  readonly id: VoteRoundId
  /** The step that it belongs to; null for a vote outside of the run sheet. */
  readonly stepId: StepId | null
  /** Counted from 1 over all rounds of the workshop. */
  readonly number: number
  readonly plan: VotePlan
  readonly openedAt: number
  readonly closedAt: number | null
}
