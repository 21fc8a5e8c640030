import { addHiddenNotes, LimitExceeded, type CanvasId, type HiddenPlace } from '@tafelrunde/schema'
import { CornerDownLeft } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import type { BoardSession } from '../../sync/BoardSession.ts'
import { announce } from '../../ui/announce.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { linesOf } from '../../board/linesOf.ts'
import { useFieldChoice } from './useFieldChoice.ts'

export interface HiddenWriterProps {
  readonly hidden: BoardSession
  readonly canvasId: CanvasId | null
}

/** The row in which hidden notes are written. What stands in it when writing ends becomes a note by itself. */
export function HiddenWriter({ hidden, canvasId }: HiddenWriterProps) {
  const t = useText().hiddenWriting
  const language = useLanguage()
  const { boardLanguage, group } = useDesk()
  const { fields, usual } = useFieldChoice(canvasId)
  const [chosen, setChosen] = useState<string | null>(null)
  const [text, setText] = useState('')
  /** What stands in the row, known at once and not only when it is drawn. */
  const draft = useRef('')
  const row = useRef<HTMLTextAreaElement>(null)
  const hint = useId()
  const field = fields.find(({ place }) => place.fieldId === chosen) ?? usual
  const place: HiddenPlace = field?.place ?? { groupId: group.id, canvasId: null, fieldId: 'notes' }

  const add = (lines: readonly string[]): boolean => {
    try {
      const added = addHiddenNotes(hidden.board, place, lines)
      if (added) announce(t.added({ count: added.result.length }))
      return added !== null
    } catch (error) {
      if (!(error instanceof LimitExceeded)) throw error
      const problem = error.code === 'item.tooMany' ? t.full({ limit: error.limit }) : t.tooLong
      showToast({ text: problem, kind: 'problem' })
      return false
    }
  }
  const write = (next: string): void => {
    draft.current = next
    setText(next)
  }
  const submit = (): void => {
    if (add([text])) write('')
    row.current?.focus()
  }

  // Whoever is in the middle of a word when notes are shown, or when the page is left, has written it in time.
  const keep = useEffectEvent(() => {
    const words = draft.current
    if (words.trim() === '') return
    // First, since writing is itself a change of what is listened to.
    write('')
    if (!add([words])) write(words)
  })
  useEffect(() => {
    const onState = (): void => {
      if (hidden.state.get().readOnlyReason === 'ending') keep()
    }
    const onLeave = (): void => keep()
    const stop = hidden.state.subscribe(onState)
    addEventListener('pagehide', onLeave)
    return () => {
      stop()
      removeEventListener('pagehide', onLeave)
      keep()
    }
  }, [hidden])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      submit()
    }
    // The whiteboard around it has keys of its own.
    event.stopPropagation()
  }
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const lines = linesOf(event.clipboardData.getData('text/plain'))
    if (lines.length < 2 || text.trim() !== '') return
    event.preventDefault()
    add(lines)
  }

  return (
    <div className="hidden-writer">
      {fields.length > 1 && field && (
        <Select
          label={t.field}
          value={field.place.fieldId}
          options={fields.map(({ place: { fieldId }, label }) => ({ value: fieldId, label: label[language] }))}
          onChange={setChosen}
          onKeyDown={(event) => event.stopPropagation()}
        />
      )}
      <div className="hidden-row">
        <textarea
          ref={row}
          className="hidden-input"
          rows={2}
          value={text}
          placeholder={t.write}
          aria-label={t.writeIn({ field: field?.label[language] ?? '' })}
          aria-describedby={hint}
          lang={boardLanguage}
          data-hidden-writer=""
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <IconButton label={t.add} icon={<Icon of={CornerDownLeft} />} onClick={submit} />
      </div>
      <p id={hint} className="hidden-hint">
        {t.writeHint}
      </p>
    </div>
  )
}
