import type { RichText } from '@tafelrunde/schema'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useText } from '../i18n/useText.ts'
import type { OpenTextEditor, TextEditor, TextTarget } from '../sync/openTextEditor.ts'
import { useDesk } from './Desk.ts'
import { RichTextView } from './RichTextView.tsx'
import './RichTextField.css'
import { showToast } from '../ui/Toast.tsx'

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
  const host = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'static' | 'open' | 'unknown-text'>('static')
  const key = JSON.stringify(target)

  const open = useEffectEvent((openTextEditor: OpenTextEditor, element: HTMLElement) =>
    openTextEditor(desk.board, target, {
      element,
      label,
      language: desk.boardLanguage,
      maxCharacters,
      carets: desk.carets,
      onRefused: () => showToast({ text: t.pasteTooLong({ limit: maxCharacters }), kind: 'problem' }),
      onEscape: () => element.querySelector<HTMLElement>('[contenteditable]')?.blur(),
    }),
  )

  const fail = useEffectEvent(() => showToast({ text: t.editorMissing, kind: 'problem' }))

  useEffect(() => {
    if (isReadOnly) return undefined
    let editor: TextEditor | null = null
    let isGone = false
    import('../sync/openTextEditor.ts').then(
      ({ openTextEditor }) => {
        if (isGone || !host.current) return
        const opened = open(openTextEditor, host.current)
        if (opened === 'unknown-text') setState('unknown-text')
        else if (opened !== 'gone') {
          editor = opened
          setState('open')
        }
      },
      () => isGone || fail(),
    )
    return () => {
      isGone = true
      editor?.destroy()
      setState('static')
    }
  }, [desk.board, key, isReadOnly])

  return (
    <div className="ui-field">
      <span className="rich-field-label">{label}</span>
      <div className="ui-input rich-field" data-closed={isReadOnly ? '' : undefined}>
        {state !== 'open' && <RichTextView text={text} />}
        <div ref={host} hidden={state === 'unknown-text'} />
      </div>
      {state === 'unknown-text' && <p className="ui-field-help">{t.unknownText}</p>}
    </div>
  )
}
