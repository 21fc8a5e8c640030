import { useText } from '../../i18n/useText.ts'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { parseOrganisations } from './toCreateRequest.ts'

/** Title, time and language, as inputs hold them. */
export interface WorkshopBasics {
  readonly title: string
  readonly date: string
  readonly startTime: string
  readonly endTime: string
  readonly timeZone: string
  readonly language: 'de' | 'en'
}

export interface WorkshopFieldsProps {
  value: WorkshopBasics
  onChange: (change: Partial<WorkshopBasics>) => void
  titleError: string | null
  timeError: string | null
}

/** What the workshop is called and when it is. */
export function WorkshopFields({ value, onChange, titleError, timeError }: WorkshopFieldsProps) {
  const t = useText()
  return (
    <>
      <TextField
        label={t.create.name}
        value={value.title}
        maxLength={120}
        required
        placeholder={t.create.namePlaceholder}
        error={titleError}
        onChange={(title) => onChange({ title })}
      />
      <div className="create-row" data-columns="times">
        <TextField
          label={t.create.date}
          type="date"
          value={value.date}
          description={value.date ? undefined : t.create.dateHint}
          onChange={(date) => onChange({ date })}
        />
        <TextField
          label={t.create.from}
          type="time"
          value={value.startTime}
          error={timeError}
          disabled={!value.date}
          onChange={(startTime) => onChange({ startTime })}
        />
        <TextField
          label={t.create.to}
          type="time"
          value={value.endTime}
          disabled={!value.date}
          onChange={(endTime) => onChange({ endTime })}
        />
      </div>
      {value.date && value.timeZone !== 'Europe/Berlin' && (
        <p className="small soft">
          {t.create.timeZone}: {value.timeZone}
        </p>
      )}
      <Select
        label={t.create.language}
        value={value.language}
        onChange={(language) => onChange({ language })}
        options={(['de', 'en'] as const).map((language) => ({ value: language, label: t.create.languages[language] }))}
      />
    </>
  )
}

/** Organisations as a list to paste, one a line. */
export function OrganisationsField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useText()
  const count = parseOrganisations(text).length
  return (
    <TextArea
      label={t.create.organisations}
      description={count > 0 ? t.create.organisationsCount({ count }) : t.create.organisationsHint}
      value={text}
      rows={4}
      onChange={onChange}
    />
  )
}
