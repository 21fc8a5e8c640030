import { loadTexts } from '../../../i18n/language.ts'
import { lazyDialog } from '../../../ui/lazyDialog.tsx'

/** Fetched in idle time by moderators, with its texts. */
export async function loadOffersPanel() {
  const [{ OffersPanel }] = await Promise.all([import('./OffersPanel.tsx'), loadTexts('offers')])
  return OffersPanel
}

/** Near-duplicates beside the merged view. */
export const LazyOffersPanel = lazyDialog(loadOffersPanel)
