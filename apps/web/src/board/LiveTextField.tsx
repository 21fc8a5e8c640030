import type { BoardRoot } from '@tafelrunde/schema'
import type { ReactNode } from 'react'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useDesk } from './Desk.ts'
import { useLiveText } from './useLiveText.ts'

export interface LiveTextFieldProps {
  readonly label: string
  readonly value: string
  /** Where the text lives, for undo. */
  readonly at: { readonly root: BoardRoot; readonly id: string; readonly key: string; readonly what: string }
  readonly write: (text: string) => boolean
  readonly isReadOnly: boolean
  readonly isLong?: boolean
  readonly isLabelHidden?: boolean
  readonly description?: ReactNode
  readonly placeholder?: string
}

/** A labelled text box on a short text of the board. */
export function LiveTextField(props: LiveTextFieldProps) {
  const { label, value, at, write, isReadOnly, isLong, isLabelHidden, description, placeholder } = props
  const desk = useDesk()
  const live = useLiveText<HTMLInputElement & HTMLTextAreaElement>({
    value,
    write,
    onChanged: (before) =>
      desk.remember(at.what, {
        operation: at.what,
        changes: [{ type: 'text', root: at.root, id: at.id, key: at.key, value: before, expected: value }],
      }),
  })
  const shared = {
    label,
    description,
    placeholder,
    readOnly: isReadOnly,
    lang: desk.boardLanguage,
    ref: live.ref,
    value: live.value,
    onFocus: live.onFocus,
    onBlur: live.onBlur,
    isLabelHidden: isLabelHidden ?? false,
  }
  return isLong ? (
    <TextArea {...shared} rows={2} onChange={live.onChange} />
  ) : (
    <TextField {...shared} onChange={live.onChange} />
  )
}
