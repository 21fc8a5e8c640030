import { use, useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { ContentLanguage } from './ContentLanguage.ts'
import { usePlenary } from './PlenaryContext.ts'

const MAX_CHARACTERS = 600

/** Words an entry as the plenary agrees; the group's own words stay on its board. */
export function RewordField({
  entryKey,
  text,
  original,
  onClose,
}: {
  entryKey: string
  text: string
  original: string
  onClose: () => void
}) {
  const t = useText().plenary
  const lang = use(ContentLanguage)
  const { decide } = usePlenary()
  const [draft, setDraft] = useState(text)
  const [isSending, setIsSending] = useState(false)
  const save = async (): Promise<void> => {
    const words = draft.trim()
    if (words === '' || words === text) return onClose()
    setIsSending(true)
    // What was typed stays in the field when it was not taken.
    if (await decide({ type: 'reword', entryKey, text: words === original ? null : words }, t.reworded)) onClose()
    else setIsSending(false)
  }
  return (
    <div className="reword">
      <textarea
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for this field
        autoFocus
        className="ui-input ui-textarea"
        aria-label={t.rewordLabel}
        lang={lang}
        maxLength={MAX_CHARACTERS}
        value={draft}
        readOnly={isSending}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            onClose()
          } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault()
            void save()
          }
        }}
      />
      <p className="reword-foot">
        <Button size="s" variant="primary" disabled={isSending || draft.trim() === ''} onClick={() => void save()}>
          {t.rewordSave}
        </Button>
        <Button size="s" onClick={onClose}>
          {t.foldCancel}
        </Button>
      </p>
    </div>
  )
}
