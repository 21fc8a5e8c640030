import { loadTexts } from '../../i18n/language.ts'
import { lazyPart } from '../../ui/lazyPart.tsx'

/** State and command under the recommendation list; fetched after the board is there. */
export const LazySubmissionBar = lazyPart(async () => {
  const [{ SubmissionBar }] = await Promise.all([import('./SubmissionBar.tsx'), loadTexts('submission')])
  return SubmissionBar
})
