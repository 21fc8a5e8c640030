import type { Ballot } from '@tafelrunde/protocol'
import type { VotePlan } from '@tafelrunde/schema/plain'

/** What is asked about an option in an estimate, and up to which number. */
export const SCALES = { effort: 5, impact: 5, confidence: 3 } as const
export type Scale = keyof typeof SCALES

/** What one person says about one option. */
export type OptionEstimate = Readonly<Record<Scale, number | null>>

/** A ballot while it is being filled in. */
export interface BallotDraft {
  readonly isAbstaining: boolean
  /** Option → votes; options without a vote are not there. */
  readonly votes: Readonly<Record<string, number>>
  readonly estimates: Readonly<Record<string, OptionEstimate>>
}

export const EMPTY_DRAFT: BallotDraft = { isAbstaining: false, votes: {}, estimates: {} }

const NOTHING_SAID: OptionEstimate = { effort: null, impact: null, confidence: null }

type Rules = Pick<VotePlan, 'kind' | 'votesPerSeat' | 'maxPerOption'>

/** The draft that a ballot was made of. */
export function draftOf(ballot: Ballot | null): BallotDraft {
  if (!ballot) return EMPTY_DRAFT
  if ('isAbstention' in ballot) return { ...EMPTY_DRAFT, isAbstaining: true }
  if ('estimates' in ballot) {
    const estimates = ballot.estimates.map(({ optionId, ...said }) => [optionId, said] as const)
    return { ...EMPTY_DRAFT, estimates: Object.fromEntries(estimates) }
  }
  return { ...EMPTY_DRAFT, votes: Object.fromEntries(ballot.allocations.map((one) => [one.optionId, one.votes])) }
}

/** The ballot that a draft makes. */
export function ballotOf({ kind }: Pick<VotePlan, 'kind'>, draft: BallotDraft): Ballot {
  if (draft.isAbstaining) return { isAbstention: true }
  if (kind !== 'estimate') {
    return { allocations: Object.entries(draft.votes).map(([optionId, votes]) => ({ optionId, votes })) }
  }
  return { estimates: Object.entries(draft.estimates).map(([optionId, said]) => ({ optionId, ...said })) }
}

/** Votes given so far. */
export function givenIn({ votes }: BallotDraft): number {
  return Object.values(votes).reduce((sum, given) => sum + given, 0)
}

/** Votes that are left to give. */
export function leftIn(rules: Rules, draft: BallotDraft): number {
  return Math.max(0, (rules.kind === 'choice' ? 1 : rules.votesPerSeat) - givenIn(draft))
}

/** Why an option cannot get one more, or null when it can. */
export function whyNotMore(rules: Rules, draft: BallotDraft, optionId: string): 'noneLeft' | 'fullOption' | null {
  if ((draft.votes[optionId] ?? 0) >= rules.maxPerOption) return 'fullOption'
  return leftIn(rules, draft) === 0 ? 'noneLeft' : null
}

/** One vote more or less for an option; as it was where that is not possible. */
export function giveVote(rules: Rules, draft: BallotDraft, change: { optionId: string; by: 1 | -1 }): BallotDraft {
  const { optionId, by } = change
  const now = draft.votes[optionId] ?? 0
  if (by === 1 ? whyNotMore(rules, draft, optionId) !== null : now === 0) return draft
  const { [optionId]: _, ...others } = draft.votes
  return { ...draft, isAbstaining: false, votes: now + by === 0 ? others : { ...draft.votes, [optionId]: now + by } }
}

/** The one option of a choice. */
export function choose(draft: BallotDraft, optionId: string): BallotDraft {
  return { ...draft, isAbstaining: false, votes: { [optionId]: 1 } }
}

/** Say something about an option, or take it back with null. */
export function rate(
  draft: BallotDraft,
  { optionId, scale, value }: { optionId: string; scale: Scale; value: number | null },
): BallotDraft {
  const said = { ...(draft.estimates[optionId] ?? NOTHING_SAID), [scale]: value }
  return { ...draft, isAbstaining: false, estimates: { ...draft.estimates, [optionId]: said } }
}

/** Options about which something was said. */
export function estimatedIn({ estimates }: BallotDraft): number {
  return Object.values(estimates).filter(({ effort, impact, confidence }) => effort ?? impact ?? confidence).length
}

/** Whether the draft says anything at all. */
export function saysSomething(draft: BallotDraft): boolean {
  return draft.isAbstaining || givenIn(draft) > 0 || estimatedIn(draft) > 0
}
