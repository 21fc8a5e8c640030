import type { Item } from '@tafelrunde/schema'
import { useEffect, useRef } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import { showToast } from '../../ui/Toast.tsx'

/** When somebody deletes the note that one is writing in, its text goes to the tray and one is told. */
export function useVanishedNote(items: readonly Item[]): void {
  const t = useText().board
  const desk = useDesk()
  const written = useRef<{ id: string; text: string } | null>(null)
  useEffect(() => {
    const { editing } = desk.selection.get()
    const item = items.find((candidate) => candidate.id === editing)
    if (editing !== null && item?.state === 'active') {
      written.current = { id: editing, text: item.plainText }
      return
    }
    if (editing !== null && written.current?.id === editing) {
      if (written.current.text.trim() !== '') {
        desk.keepText(written.current.text)
        showToast({ text: t.vanished, kind: 'problem' })
      }
      written.current = null
    }
    desk.selection.retain((id) => items.some((candidate) => candidate.id === id && candidate.state === 'active'))
  }, [items, desk, t])
}
