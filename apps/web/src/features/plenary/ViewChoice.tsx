import { useText } from '../../i18n/useText.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import { PLENARY_VIEWS, type PlenaryViewName } from './plenaryViews.ts'
import './ViewChoice.css'

/** The views of the plenary: all in sight, or as one control where there is no room. */
export function ViewChoice({
  value,
  onChange,
}: {
  value: PlenaryViewName
  onChange: (value: PlenaryViewName) => void
}) {
  const t = useText().plenary
  const options = PLENARY_VIEWS.map((name) => ({ value: name, label: t.views[name] }))
  return (
    <>
      <div className="view-choice-wide">
        <Segmented label={t.view} value={value} onChange={onChange} options={options} />
      </div>
      <div className="view-choice-narrow">
        <Select label={t.view} isLabelHidden value={value} onChange={onChange} options={options} />
      </div>
    </>
  )
}
