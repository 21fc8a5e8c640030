import { templateOf } from '@tafelrunde/schema/plain'
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
  const shown = views.filter(
    (view) => view.entries > 0 || view.field.layout === 'grid' || view.field.layout === 'foot' || view.key === chosen,
  )
  const templates = new Set(shown.flatMap(({ templateId }) => templateId ?? []))
  const titleOf = (templateId: string | null): string =>
    templateId === null || templates.size < 2 ? '' : templateOf(templateId).label[language]
  const entries = [
    { key: null, label: t.plenary.allFields, template: '', count: total, fresh: 0 },
    ...shown.map((view) => ({
      key: view.key,
      label: view.field.label[language],
      template: titleOf(view.templateId),
      count: view.entries,
      fresh: freshCount(view),
    })),
  ]
  return (
    <>
      <nav className="field-nav" aria-label={t.plenary.fields}>
        <ul>
          {entries.map(({ key, label, template, count, fresh }, index) => (
            <li key={key ?? 'all'}>
              {template !== '' && template !== entries[index - 1]?.template && (
                <p className="field-nav-template">{template}</p>
              )}
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
          options={entries.map(({ key, label, template, count }) => ({
            value: key ?? '',
            label: `${template ? `${template}: ` : ''}${label} (${count})`,
          }))}
        />
      </div>
    </>
  )
}
