import { loadTexts } from '../../i18n/language.ts'
import { lazyDialog } from '../../ui/lazyDialog.tsx'

/** Code and texts of putting notes under another one. */
export async function loadClusterDialog() {
  const [{ ClusterDialog }] = await Promise.all([import('./ClusterDialog.tsx'), loadTexts('clusters')])
  return ClusterDialog
}

/** Fetched with the other dialogs in idle time. */
export const LazyClusterDialog = lazyDialog(loadClusterDialog)
