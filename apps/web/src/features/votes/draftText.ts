import type { VotePlan } from '@tafelrunde/schema/plain'
import type { Messages } from '../../i18n/messages.ts'
import { estimatedIn, givenIn, type BallotDraft } from './ballotDraft.ts'

/** How far the ballot is, in words. */
export function draftText(
  t: Messages,
  plan: VotePlan,
  { draft, count }: { readonly draft: BallotDraft; readonly count: number },
): string {
  const texts = t.votes.state
  if (draft.isAbstaining) return texts.abstained
  if (plan.kind === 'estimate') return texts.estimated({ done: estimatedIn(draft), count })
  const given = givenIn(draft)
  if (plan.kind === 'choice') return given === 1 ? texts.chosen : texts.notChosen
  return texts.given({ given, count: plan.votesPerSeat })
}
