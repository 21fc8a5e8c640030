import { lazy } from 'react'
import { errorText } from '../../i18n/errorText.ts'
import { loadTexts } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Dialog } from '../../ui/Dialog.tsx'

/** Fetched when a moderator first asks; nobody else ever loads them. */
export const LazyAuthorsDialog = lazy(async () => {
  try {
    const [{ AuthorsDialog }] = await Promise.all([import('./AuthorsDialog.tsx'), loadTexts('moderation')])
    return { default: AuthorsDialog }
  } catch {
    return { default: NotLoaded }
  }
})

/** As LazyAuthorsDialog. */
export const LazyUndoSeatDialog = lazy(async () => {
  try {
    const [{ UndoSeatDialog }] = await Promise.all([import('./UndoSeatDialog.tsx'), loadTexts('moderation')])
    return { default: UndoSeatDialog }
  } catch {
    return { default: NotLoaded }
  }
})

function NotLoaded({ onClose }: { onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={errorText(t, 'network')} isOpen onClose={onClose} size="s">
      <p>{t.join.bad.offline.waiting}</p>
    </Dialog>
  )
}
