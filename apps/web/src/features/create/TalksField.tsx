import { Plus, X } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { TalkDraft } from './toCreateRequest.ts'

/** The impulse talks of a workshop. */
export function TalksField({
  talks,
  onChange,
}: {
  talks: readonly TalkDraft[]
  onChange: (talks: readonly TalkDraft[]) => void
}) {
  const t = useText()
  const setTalk = (index: number, change: Partial<TalkDraft>): void =>
    onChange(talks.map((talk, at) => (at === index ? { ...talk, ...change } : talk)))
  return (
    <fieldset className="create-list">
      <legend>{t.create.talks}</legend>
      <p className="ui-field-help">{t.create.talksHint}</p>
      {talks.map((talk, index) => (
        <div key={talk.id ?? index} className="create-talk">
          <TextField
            isLabelHidden
            label={t.create.talkOrganisation({ number: index + 1 })}
            placeholder={t.create.talkOrganisationPlaceholder}
            value={talk.organisation}
            maxLength={120}
            onChange={(organisation) => setTalk(index, { organisation })}
          />
          <TextField
            isLabelHidden
            label={t.create.talkTitle({ number: index + 1 })}
            placeholder={t.create.talkTitlePlaceholder}
            value={talk.title}
            maxLength={120}
            onChange={(title) => setTalk(index, { title })}
          />
          <IconButton
            label={t.create.talkRemove({ number: index + 1 })}
            icon={<Icon of={X} size={16} />}
            onClick={() => onChange(talks.toSpliced(index, 1))}
          />
        </div>
      ))}
      {talks.length < 20 && (
        <Button
          size="s"
          icon={<Icon of={Plus} size={16} />}
          onClick={() => onChange([...talks, { organisation: '', title: '' }])}
        >
          {t.create.talkAdd}
        </Button>
      )}
    </fieldset>
  )
}
