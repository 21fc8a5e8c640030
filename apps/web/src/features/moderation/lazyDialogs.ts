import { loadTexts } from '../../i18n/language.ts'
import { lazyDialog } from '../../ui/lazyDialog.tsx'

/** Fetched when a moderator first asks; nobody else ever loads them. */
export const LazyAuthorsDialog = lazyDialog(async () => {
  const [{ AuthorsDialog }] = await Promise.all([import('./AuthorsDialog.tsx'), loadTexts('moderation')])
  return AuthorsDialog
})

/** As LazyAuthorsDialog. */
export const LazyUndoSeatDialog = lazyDialog(async () => {
  const [{ UndoSeatDialog }] = await Promise.all([import('./UndoSeatDialog.tsx'), loadTexts('moderation')])
  return UndoSeatDialog
})
