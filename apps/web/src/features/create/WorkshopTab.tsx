import { useText } from '../../i18n/useText.ts'
import { OrganisationsField, WorkshopFields } from './WorkshopFields.tsx'
import { TalksField } from './TalksField.tsx'
import { problemsOfEdit, type WorkshopEdit } from './workshopEdit.ts'
import './CreateForm.css'

export interface WorkshopTabProps {
  edit: WorkshopEdit
  onChange: (change: Partial<WorkshopEdit>) => void
}

/** Title, time, organisations and talks of a workshop that is there already. */
export function WorkshopTab({ edit, onChange }: WorkshopTabProps) {
  const t = useText()
  const problems = problemsOfEdit(edit)
  const timeProblem = problems.find((problem) => problem.startsWith('time.'))
  return (
    <div className="create-form">
      <WorkshopFields
        value={edit}
        onChange={onChange}
        titleError={problems.includes('title.missing') ? t.create.problems['title.missing'] : null}
        timeError={timeProblem ? t.create.problems[timeProblem] : null}
      />
      <OrganisationsField
        text={edit.organisationsText}
        onChange={(organisationsText) => onChange({ organisationsText })}
      />
      <TalksField talks={edit.talks} onChange={(talks) => onChange({ talks })} />
    </div>
  )
}
