import type { RichText } from '@tafelrunde/schema'
import { useEffect, useId, useRef, useState } from 'react'
import { useText } from '../i18n/useText.ts'
import type { TextEditor, TextTarget } from '../sync/openTextEditor.ts'
import { useDesk } from './Desk.ts'
import { RichTextView } from './RichTextView.tsx'
import './RichTextField.css'

export interface RichTextFieldProps {
  readonly label: string
  readonly text: RichText
  readonly target: TextTarget
  readonly maxCharacters: number
  readonly isReadOnly: boolean
}

/** A labelled rich text of the board; the editor comes with the first focus. */
export function RichTextField({ label, text, target, maxCharacters, isReadOnly }: RichTextFieldProps) {
  const t = useText().board
  const desk = useDesk()
  const id = useId()
  const host = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'static' | 'open' | 'unknown-text'>('static')
  const key = JSON.stringify(target)

  useEffect(() => {
    if (isReadOnly) return undefined
    let editor: TextEditor | null = null
    let isGone = false
    void import('../sync/openTextEditor.ts').then(({ openTextEditor }) => {
      if (isGone || !host.current) return
      const opened = openTextEditor(desk.board, target, {
        element: host.current,
        label,
        language: desk.boardLanguage,
        maxCharacters,
        onRefused: () => desk.say(t.pasteTooLong({ limit: maxCharacters })),
        onEscape: () => host.current?.querySelector<HTMLElement>('[contenteditable]')?.blur(),
      })
      if (opened === 'unknown-text') setState('unknown-text')
      else if (opened !== 'gone') {
        editor = opened
        setState('open')
      }
    })
    return () => {
      isGone = true
      editor?.destroy()
      setState('static')
    }
  }, [desk.board, key, isReadOnly])

  return (
    <div className="ui-field">
      <span id={id} className="rich-field-label">
        {label}
      </span>
      <div className="ui-input rich-field" aria-labelledby={id} role="group">
        {state !== 'open' && <RichTextView text={text} />}
        <div ref={host} hidden={state === 'unknown-text'} />
      </div>
      {state === 'unknown-text' && <p className="ui-field-help">{t.unknownText}</p>}
    </div>
  )
}
