import { useRef, useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { formProblems, type CreateForm as Form, type FormProblem } from './toCreateRequest.ts'
import { GroupsField } from './GroupsField.tsx'
import { TalksField } from './TalksField.tsx'
import { TemplateChoice } from './TemplateChoice.tsx'
import { OrganisationsField, WorkshopFields } from './WorkshopFields.tsx'
import './CreateForm.css'

/** An earlier workshop of this device that a new one can build on. */
export interface EarlierWorkshop {
  readonly id: string
  readonly title: string
}

export interface CreateFormProps {
  form: Form
  onChange: (change: Partial<Form>) => void
  earlier: readonly EarlierWorkshop[]
  /** Id of the earlier workshop that was taken over, '' without one. */
  earlierId: string
  onEarlier: (id: string) => void
  onSubmit: () => void
  isBusy: boolean
  /** Why the server did not take it; null if it was not asked. */
  failure: string | null
}

/** Everything about a new workshop on one sheet. */
export function CreateForm(props: CreateFormProps) {
  const { form, onChange, earlier, earlierId, onEarlier, onSubmit, isBusy, failure } = props
  const t = useText()
  const [isChecked, setChecked] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  const problems = isChecked ? formProblems(form) : []
  const problemOf = (...wanted: FormProblem[]): string | null => {
    const problem = problems.find((candidate) => wanted.includes(candidate))
    return problem ? t.create.problems[problem] : null
  }
  return (
    <form
      ref={element}
      className="create-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (formProblems(form).length === 0) return onSubmit()
        requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      }}
    >
      <section className="create-section" aria-labelledby="create-what">
        <h2 id="create-what">{t.create.sections.what}</h2>
        <WorkshopFields
          value={form}
          onChange={onChange}
          titleError={problemOf('title.missing')}
          timeError={problemOf('time.incomplete', 'time.reversed')}
        />
        {earlier.length > 0 && (
          <Select
            label={t.create.series}
            value={earlierId}
            onChange={onEarlier}
            description={earlierId ? t.create.seriesTaken : undefined}
            options={[
              { value: '', label: t.create.seriesNew },
              ...earlier.map(({ id, title }) => ({ value: id, label: t.create.seriesOf({ title }) })),
            ]}
          />
        )}
      </section>
      {!earlierId && (
        <section className="create-section" aria-labelledby="create-how">
          <h2 id="create-how">{t.create.sections.how}</h2>
          <TemplateChoice value={form.template} onChange={(template) => onChange({ template })} />
        </section>
      )}
      <section className="create-section" aria-labelledby="create-groups">
        <h2 id="create-groups">{t.create.sections.groups}</h2>
        <GroupsField groups={form.groups} onChange={(groups) => onChange({ groups })} />
      </section>
      <section className="create-section" aria-labelledby="create-more">
        <h2 id="create-more">{t.create.sections.more}</h2>
        <TextField
          label={t.create.ownName}
          description={t.create.ownNameHint}
          value={form.ownName}
          maxLength={120}
          autoComplete="name"
          onChange={(ownName) => onChange({ ownName })}
        />
        <OrganisationsField
          text={form.organisationsText}
          onChange={(organisationsText) => onChange({ organisationsText })}
        />
        <TalksField talks={form.talks} onChange={(talks) => onChange({ talks })} />
      </section>
      {failure && (
        <Notice kind="danger" spoken="now">
          {t.create.failed({ problem: failure })}
        </Notice>
      )}
      {problems[0] && (
        <Notice kind="danger" spoken="now">
          {t.create.problems[problems[0]]}
        </Notice>
      )}
      <div className="create-submit">
        <Button type="submit" variant="primary" size="l" disabled={isBusy}>
          {isBusy ? t.create.submitting : t.create.submit}
        </Button>
        <p className="small soft">{t.create.privacy}</p>
      </div>
    </form>
  )
}
