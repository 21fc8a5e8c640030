import { loadTexts } from '../../i18n/language.ts'
import { lazyDialog } from '../../ui/lazyDialog.tsx'

/** Card of the cockpit's side column. */
export const LazyHiddenCard = lazyDialog(async () => {
  const [{ HiddenCard }] = await Promise.all([import('./HiddenCard.tsx'), loadTexts('hiddenWriting')])
  return HiddenCard
})

/** Ending the workshop, and taking that back. */
export const LazyCloseWorkshopDialog = lazyDialog(async () => {
  const [{ CloseWorkshopDialog }] = await Promise.all([import('./CloseWorkshopDialog.tsx'), loadTexts('hiddenWriting')])
  return CloseWorkshopDialog
})
