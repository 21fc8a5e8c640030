import { lazyDialog } from '../../ui/lazyDialog.tsx'

/** Fetched in idle time, so that they are there without a network, too, and nobody waits for them before the board. */
export async function loadBoardDialogs() {
  return (await import('./BoardDialogs.tsx')).BoardDialogs
}

/** The dialogs of the board. */
export const LazyBoardDialogs = lazyDialog(loadBoardDialogs)
