import { loadTexts } from '../../i18n/language.ts'
import { lazyPart } from '../../ui/lazyPart.tsx'

/** Code and texts of voting on the board; fetched in idle time, so that nobody waits when a vote is opened. */
export async function loadVoteBar() {
  const [{ VoteBar }] = await Promise.all([import('./VoteBar.tsx'), loadTexts('votes')])
  return VoteBar
}

/** The line under the step that says what is voted on. */
export const LazyVoteBar = lazyPart(loadVoteBar)

/** What moderators do about votes. */
export const LazyVoteCard = lazyPart(async () => {
  const [{ VoteCard }] = await Promise.all([import('./VoteCard.tsx'), loadTexts('votes')])
  return VoteCard
})
