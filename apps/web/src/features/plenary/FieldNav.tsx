import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Select } from '../../ui/Select.tsx'
import type { FieldView } from './fieldViews.ts'
import './FieldNav.css'

export interface FieldNavProps {
  views: readonly FieldView[]
  /** Key of the chosen field, null for all. */
  chosen: string | null
  onChoose: (key: string | null) => void
  freshCount: (view: FieldView) => number
}

/** The fields with how much stands in each; a list beside the sheet, one control where there is no room. */
export function FieldNav({ views, chosen, onChoose, freshCount }: FieldNavProps) {
  const t = useText()
  const language = useLanguage()
  const total = views.reduce((sum, view) => sum + view.entries, 0)
  const entries = [
    { key: null, label: t.plenary.allFields, count: total, fresh: 0 },
    ...views.map((view) => ({
      key: view.key,
      label: view.field.label[language],
      count: view.entries,
      fresh: freshCount(view),
    })),
  ]
  return (
    <>
      <nav className="field-nav" aria-label={t.plenary.fields}>
        <ul>
          {entries.map(({ key, label, count, fresh }) => (
            <li key={key ?? 'all'}>
              <button type="button" aria-pressed={chosen === key} onClick={() => onChoose(key)}>
                <span>{label}</span>
                {fresh > 0 && (
                  <span className="field-nav-fresh">
                    +{fresh}
                    <span className="visually-hidden">{t.plenary.newCount({ count: fresh })}</span>
                  </span>
                )}
                <span className="tabular soft">{count}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="field-select">
        <Select
          label={t.plenary.field}
          value={chosen ?? ''}
          onChange={(value) => onChoose(value || null)}
          options={entries.map(({ key, label, count }) => ({ value: key ?? '', label: `${label} (${count})` }))}
        />
      </div>
    </>
  )
}
