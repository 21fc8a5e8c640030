import { use, useState, type KeyboardEvent } from 'react'
import { useText } from '../../i18n/useText.ts'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { ContentLanguage } from './ContentLanguage.ts'

/** A field that is written to a group's board when one leaves it; what was not taken stays in it. */
export function AgreedField({
  label,
  value,
  type = 'text',
  onSave,
}: {
  label: string
  value: string
  /** `text` grows with what is written. */
  type?: 'text' | 'date'
  onSave: (value: string) => Promise<boolean>
}) {
  const t = useText().plenary
  const lang = use(ContentLanguage)
  const [typed, setTyped] = useState<{ readonly text: string; readonly savedOver: string | null } | null>(null)
  // What was saved gives way to what comes back; what is being typed to nothing.
  const draft = typed && (typed.savedOver === null || typed.savedOver === value) ? typed.text : null
  const save = (): void => {
    if (draft === null) return
    if (draft.trim() === value) return setTyped(null)
    setTyped({ text: draft, savedOver: value })
    void onSave(draft.trim()).then((isTaken) => !isTaken && setTyped({ text: draft, savedOver: null }))
  }
  const shared = {
    label,
    value: draft ?? value,
    'data-open': (draft ?? value) === '' ? '' : undefined,
    onChange: (text: string) => setTyped({ text, savedOver: null }),
    onBlur: save,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
        event.preventDefault()
        save()
      } else if (event.key === 'Escape') setTyped(null)
    },
  }
  if (type === 'date') return <TextField {...shared} type="date" />
  return <TextArea {...shared} rows={1} lang={lang} maxLength={500} placeholder={t.open} />
}
