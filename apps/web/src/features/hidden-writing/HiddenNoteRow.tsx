import { applyInverse, binItem, editItemText, LimitExceeded, type HiddenNote } from '@tafelrunde/schema'
import { Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import type { BoardSession } from '../../sync/BoardSession.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { showToast } from '../../ui/Toast.tsx'
import type { HiddenField } from './hiddenPlace.ts'

export interface HiddenNoteRowProps {
  readonly hidden: BoardSession
  readonly note: HiddenNote
  /** Told where there are several. */
  readonly field?: HiddenField | undefined
}

/** One own hidden note, with what its author can do with it. */
export function HiddenNoteRow({ hidden, note, field }: HiddenNoteRowProps) {
  const t = useText().hiddenWriting
  const language = useLanguage()
  const { boardLanguage } = useDesk()
  const [draft, setDraft] = useState<string | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const pencil = useRef<HTMLButtonElement>(null)
  const isEditing = draft !== null
  useEffect(() => {
    if (isEditing) box.current?.focus()
  }, [isEditing])

  const finish = (isKept: boolean): void => {
    if (draft === null) return
    try {
      if (isKept && draft.trim() !== '') editItemText(hidden.board, note.id, draft.trim())
      setDraft(null)
    } catch (error) {
      if (!(error instanceof LimitExceeded)) throw error
      showToast({ text: t.tooLong, kind: 'problem' })
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    const isDone = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing
    if (!isDone && event.key !== 'Escape') return
    event.preventDefault()
    finish(isDone)
    requestAnimationFrame(() => pencil.current?.focus())
  }
  const remove = (): void => {
    const { board } = hidden
    const binned = binItem(board, note.id)
    if (!binned) return
    const undo = (): void => void applyInverse(board, binned.inverse)
    showToast({ text: t.removed, action: { label: t.undo, run: undo } })
    document.querySelector<HTMLElement>('[data-hidden-writer]')?.focus()
  }

  if (draft !== null) {
    return (
      <li className="hidden-note">
        <textarea
          ref={box}
          className="hidden-input"
          rows={2}
          value={draft}
          aria-label={t.editing}
          lang={boardLanguage}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => finish(true)}
        />
      </li>
    )
  }
  return (
    <li className="hidden-note">
      <p lang={boardLanguage}>
        {note.plainText}
        {field && <small>{field.label[language]}</small>}
      </p>
      <IconButton
        ref={pencil}
        size="s"
        label={t.edit({ text: note.plainText })}
        icon={<Icon of={Pencil} size={16} />}
        onClick={() => setDraft(note.plainText)}
      />
      <IconButton
        size="s"
        label={t.remove({ text: note.plainText })}
        icon={<Icon of={Trash2} size={16} />}
        onClick={remove}
      />
    </li>
  )
}
