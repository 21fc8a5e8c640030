import type { VotePlanRequest } from '@tafelrunde/protocol'
import type { VoteKind } from '@tafelrunde/schema/plain'

/** A vote while it is being prepared; options as they stand in the text field. */
export interface PlanDraft extends Omit<VotePlanRequest, 'options' | 'fieldId'> {
  readonly options: string
}

/** Three dots on the notes of the common board, hidden until the round is closed. */
export const FIRST_PLAN: PlanDraft = {
  kind: 'dots',
  question: '',
  subject: 'notes',
  where: 'common',
  options: '',
  votesPerSeat: 3,
  maxPerOption: 3,
  isHiddenUntilClosed: true,
  isSecret: false,
  mayAbstain: true,
  weight: 'seat',
}

/** What usually goes with a kind of vote. */
export function withKind(draft: PlanDraft, kind: VoteKind): PlanDraft {
  switch (kind) {
    case 'dots':
      return { ...draft, kind, votesPerSeat: 3, maxPerOption: 3 }
    case 'points':
      return { ...draft, kind, votesPerSeat: 10, maxPerOption: 5 }
    case 'choice':
      return { ...draft, kind, votesPerSeat: 1, maxPerOption: 1 }
    case 'estimate':
      return { ...draft, kind, subject: 'recommendations', where: 'groups' }
  }
}

/** The plan that a draft makes. */
export function planOf({ options, ...draft }: PlanDraft): VotePlanRequest {
  const lines = options
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const isWritten = draft.subject === 'options'
  const maxPerOption = Math.min(draft.maxPerOption, draft.votesPerSeat)
  return { ...draft, question: draft.question.trim(), fieldId: null, options: isWritten ? lines : [], maxPerOption }
}

/** Whether there is something to vote on, as far as the draft knows. */
export function isComplete(draft: PlanDraft): boolean {
  const { question, subject, options } = planOf(draft)
  return question !== '' && (subject !== 'options' || options.length > 1)
}
