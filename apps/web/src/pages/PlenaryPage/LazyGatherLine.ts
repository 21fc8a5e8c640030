import { loadTexts } from '../../i18n/language.ts'
import { lazyPart } from '../../ui/lazyPart.tsx'

/** "Everybody is asked to come to …", for people in the plenary. */
export const LazyGatherLine = lazyPart(async () => {
  const [{ GatherLine }] = await Promise.all([import('../../features/signals/GatherLine.tsx'), loadTexts('signals')])
  return GatherLine
})
