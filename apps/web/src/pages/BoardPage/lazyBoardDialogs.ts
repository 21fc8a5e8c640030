import { loadClusterDialog } from '../../features/item/lazyClusterDialog.ts'
import { lazyDialog } from '../../ui/lazyDialog.tsx'

/** Fetched in idle time, so that they are there without a network, too, and nobody waits for them before the board. */
export async function loadBoardDialogs() {
  const [{ BoardDialogs }] = await Promise.all([import('./BoardDialogs.tsx'), loadClusterDialog()])
  return BoardDialogs
}

/** The dialogs of the board. */
export const LazyBoardDialogs = lazyDialog(loadBoardDialogs)
