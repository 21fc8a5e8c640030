import { addItem, addItems, setItemAttributes, type ItemAttributes, type ItemPlace } from '@tafelrunde/schema'
import { useId, useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import { combineApplied } from '../../board/combineApplied.ts'
import { useDesk } from '../../board/Desk.ts'
import { useStore } from '../../board/Store.ts'
import { useText } from '../../i18n/useText.ts'
import { showToast } from '../../ui/Toast.tsx'
import { linesOf } from '../../board/linesOf.ts'
import './ItemWriter.css'

/** A row that grows with half a million lines stalls the browser for minutes; this is far above what becomes notes. */
const PASTE_CHARACTERS = 100_000

export interface ItemWriterProps {
  readonly place: ItemPlace
  readonly fieldName: string
  readonly attributes?: ItemAttributes
  readonly onLeave?: () => void
}

/** The last row of a field: what is typed becomes a note; several pasted lines become several notes. */
export function ItemWriter({ place, fieldName, attributes, onLeave }: ItemWriterProps) {
  const t = useText().board
  const desk = useDesk()
  const hint = useId()
  const row = `${place.canvasId}/${place.fieldId}/${JSON.stringify(attributes ?? null)}`
  const text = useStore(desk.drafts, (drafts) => drafts.get(row)?.text ?? '')
  const setText = (next: string) =>
    desk.drafts.write(row, { root: 'items', canvasId: place.canvasId, fieldId: place.fieldId, text: next })
  const isPasted = useRef(false)

  const addLines = (lines: readonly string[]): boolean => {
    const label = t.didAddMany({ count: lines.length })
    const ids = desk.edit(label, (board) => {
      const added = addItems(board, place, lines, desk.seat.id)
      if (!added || !attributes) return added
      const marked = added.result.map((id) => setItemAttributes(board, id, attributes))
      const all = combineApplied<unknown>([added, ...marked])
      return all && { ...all, result: added.result }
    })
    if (ids) desk.say(label)
    return ids !== null
  }

  const submit = () => {
    const lines = linesOf(text)
    if (lines.length === 0) return
    const isDone =
      isPasted.current && lines.length > 1
        ? addLines(lines)
        : desk.edit(t.didAdd, (board) =>
            addItem(board, { place, text: text.trim(), attributes: attributes ?? {}, author: desk.seat.id }),
          ) !== null
    if (!isDone) return
    isPasted.current = false
    setText('')
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      submit()
      // The new note pushes the row down, on a low window out of sight.
      const writer = event.currentTarget
      requestAnimationFrame(() => writer.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      event.currentTarget.blur()
      onLeave?.()
    }
  }

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (pasted.length > PASTE_CHARACTERS) {
      event.preventDefault()
      showToast({ text: t.pasteTooLong({ limit: PASTE_CHARACTERS }), kind: 'problem' })
      return
    }
    const lines = linesOf(pasted)
    if (lines.length < 2) return
    isPasted.current = true
    if (text.trim() === '' && addLines(lines)) {
      event.preventDefault()
      isPasted.current = false
    }
  }

  return (
    <>
      <textarea
        className="item-writer"
        rows={1}
        value={text}
        placeholder={t.write}
        aria-label={t.writeIn({ field: fieldName })}
        aria-describedby={hint}
        lang={desk.boardLanguage}
        data-writer-field={place.fieldId}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <span id={hint} hidden>
        {t.writeHint}
      </span>
    </>
  )
}
