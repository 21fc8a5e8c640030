import { isId, type StepId, type VoteRoundId } from '../ids.ts'
import { isRecord } from '../json.ts'
import { number, oneOf, strings, text, type StoredRecord } from './stored.ts'
import { VOTE_KINDS, VOTE_SUBJECTS, type VotePlan, type VoteRound } from './VotePlan.ts'

/** A stored vote, or null where there is none; broken parts get their defaults. */
export function parseVotePlan(value: unknown): VotePlan | null {
  if (!isRecord(value)) return null
  return {
    kind: oneOf(value['kind'], VOTE_KINDS, 'dots'),
    question: text(value['question']),
    subject: oneOf(value['subject'], VOTE_SUBJECTS, 'notes'),
    where: oneOf(value['where'], ['common', 'groups'] as const, 'common'),
    fieldId: typeof value['fieldId'] === 'string' ? value['fieldId'] : null,
    options: strings(value['options']),
    votesPerSeat: count(value['votesPerSeat']),
    maxPerOption: count(value['maxPerOption']),
    isHiddenUntilClosed: value['isHiddenUntilClosed'] !== false,
    isSecret: value['isSecret'] === true,
    mayAbstain: value['mayAbstain'] !== false,
    weight: oneOf(value['weight'], ['seat', 'organisation'] as const, 'seat'),
  }
}

/** A stored round; null without a plan. */
export function parseVoteRound(id: string, value: StoredRecord): VoteRound | null {
  const plan = parseVotePlan(value['plan'])
  if (!plan) return null
  return {
    id: id as VoteRoundId,
    stepId: isId(value['stepId']) ? (value['stepId'] as unknown as StepId) : null,
    number: count(value['number']),
    plan,
    openedAt: number(value['openedAt']) ?? 0,
    closedAt: number(value['closedAt']),
  }
}

function count(value: unknown): number {
  return Math.max(1, Math.round(number(value) ?? 1))
}
