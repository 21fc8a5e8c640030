import { loadTexts } from '../../i18n/language.ts'
import { lazyPart } from '../../ui/lazyPart.tsx'

/** Only who comes from the plenary to an original loads it. */
export const LazyJumpToOriginal = lazyPart(async () => {
  const [{ JumpToOriginal }] = await Promise.all([import('./JumpToOriginal.tsx'), loadTexts('submission')])
  return JumpToOriginal
})

/** Whether the address names something to jump to. */
export function isJumping(): boolean {
  return /[?&](item|recommendation)=/.test(location.search)
}
