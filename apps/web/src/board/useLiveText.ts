import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { mapCaret } from './mapCaret.ts'

type TextBox = HTMLInputElement | HTMLTextAreaElement

export interface LiveTextOptions {
  /** The text as the board has it. */
  readonly value: string
  /** Write the text to the board; false when it was refused. */
  readonly write: (text: string) => boolean
  /** The person leaves a text that has changed since they came. */
  readonly onChanged: (before: string) => void
}

export interface LiveText<Element extends TextBox> {
  readonly ref: RefObject<Element | null>
  readonly value: string
  readonly isRefused: boolean
  readonly onFocus: () => void
  readonly onBlur: () => void
  readonly onChange: (text: string) => void
}

/**
 * A text box on a collaborative short text: every key is written at once, what others type appears while one is in it,
 * and the caret stays with its words. A refused text stays in the box.
 */
export function useLiveText<Element extends TextBox>(options: LiveTextOptions): LiveText<Element> {
  const { value, write, onChanged } = options
  const ref = useRef<Element>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const [isRefused, setIsRefused] = useState(false)
  const known = useRef(value)
  const atFocus = useRef(value)

  useLayoutEffect(() => {
    const box = ref.current
    if (draft === null || isRefused || value === known.current) return
    const caret = box?.selectionStart ?? value.length
    const mapped = mapCaret(draft, value, caret)
    known.current = value
    setDraft(value)
    requestAnimationFrame(() => box?.setSelectionRange(mapped, mapped))
  }, [value, draft, isRefused])

  return {
    ref,
    value: draft ?? value,
    isRefused,
    onFocus() {
      known.current = value
      atFocus.current = value
      setDraft(value)
    },
    onBlur() {
      if (isRefused) return
      setDraft(null)
      if (value !== atFocus.current) onChanged(atFocus.current)
    },
    onChange(text) {
      setDraft(text)
      const isWritten = write(text)
      setIsRefused(!isWritten)
      if (isWritten) known.current = text
    },
  }
}
