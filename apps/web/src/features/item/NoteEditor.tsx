import { LIMITS, type Item, type RichText } from '@tafelrunde/schema'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import type { OpenTextEditor, TextEditor } from '../../sync/openTextEditor.ts'
import { showToast } from '../../ui/Toast.tsx'
import { RichTextView } from '../../board/RichTextView.tsx'

export interface NoteEditorProps {
  readonly item: Item
  /** The person is done: Escape, or the focus went elsewhere. */
  readonly onDone: () => void
  /** The editor is closed, for whatever reason; `before` is the text as it was when it opened. */
  readonly onClosed: (before: RichText) => void
}

/** The text of one note, open for writing. The editor is a chunk of its own; until it is there the text stays readable. */
export function NoteEditor({ item, onDone, onClosed }: NoteEditorProps) {
  const t = useText().board
  const desk = useDesk()
  const host = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'loading' | 'open' | 'unknown-text'>('loading')

  const leave = useEffectEvent(() => onDone())
  const open = useEffectEvent((openTextEditor: OpenTextEditor, element: HTMLElement) =>
    openTextEditor(
      desk.board,
      { itemId: item.id },
      {
        element,
        label: t.noteText,
        language: desk.boardLanguage,
        maxCharacters: LIMITS.itemCharactersHard,
        carets: desk.carets,
        onRefused: () => showToast({ text: t.pasteTooLong({ limit: LIMITS.itemCharactersHard }), kind: 'problem' }),
        onEscape: () => leave(),
      },
    ),
  )
  const close = useEffectEvent((before: RichText) => onClosed(before))
  const fail = useEffectEvent(() => {
    showToast({ text: t.editorMissing, kind: 'problem' })
    onDone()
  })
  const textNow = useEffectEvent(() => item.text)

  useEffect(() => {
    let editor: TextEditor | null = null
    let isGone = false
    const before = textNow()
    import('../../sync/openTextEditor.ts').then(
      ({ openTextEditor }) => {
        if (isGone || !host.current) return
        const opened = open(openTextEditor, host.current)
        if (opened === 'gone') leave()
        else if (opened === 'unknown-text') setState('unknown-text')
        else {
          editor = opened
          setState('open')
          editor.focusAtEnd()
        }
      },
      () => isGone || fail(),
    )
    return () => {
      isGone = true
      if (!editor) return
      editor.destroy()
      close(before)
    }
  }, [desk.board, item.id])

  const soft = LIMITS.itemCharacters
  return (
    <div
      className="note-editor"
      onBlur={(event) => {
        if (state === 'open' && !event.currentTarget.contains(event.relatedTarget)) onDone()
      }}
    >
      {state !== 'open' && <RichTextView text={item.text} />}
      {state === 'unknown-text' && <p className="note-warning">{t.unknownText}</p>}
      <div ref={host} hidden={state === 'unknown-text'} />
      {item.plainText.length > soft * 0.8 && (
        <p className="note-length" data-over={item.plainText.length > soft ? '' : undefined}>
          {t.lengthOf({ count: item.plainText.length, of: soft })}
        </p>
      )}
    </div>
  )
}
