import { lazyDialog } from '../../ui/lazyDialog.tsx'
import { loadOverlays } from '../../ui/useOverlays.ts'

/** Fetched in idle time, or when somebody asks for it before. */
export async function loadNoteContextMenu() {
  const [{ NoteContextMenu }] = await Promise.all([import('./NoteContextMenu.tsx'), loadOverlays()])
  return NoteContextMenu
}

/** The menu of the chosen notes. */
export const LazyNoteContextMenu = lazyDialog(loadNoteContextMenu)
