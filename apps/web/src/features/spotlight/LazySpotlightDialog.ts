import { loadTexts } from '../../i18n/language.ts'
import { lazyDialog } from '../../ui/lazyDialog.tsx'

/** Fetched when a moderator first asks. */
export const LazySpotlightDialog = lazyDialog(async () => {
  const [{ SpotlightDialog }] = await Promise.all([import('./SpotlightDialog.tsx'), loadTexts('signals')])
  return SpotlightDialog
})
