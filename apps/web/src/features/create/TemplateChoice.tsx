import { useText } from '../../i18n/useText.ts'

const templates = ['ozg-marketing-4h', 'short-2h', 'blank'] as const

/** Which run sheet the workshop begins with. */
export function TemplateChoice({ value, onChange }: { value: string; onChange: (template: string) => void }) {
  const t = useText()
  return (
    <fieldset className="template-choice">
      <legend className="visually-hidden">{t.create.template}</legend>
      {templates.map((template) => (
        <label key={template}>
          <input
            type="radio"
            name="template"
            value={template}
            checked={value === template}
            onChange={() => onChange(template)}
          />
          <b>{t.create.templates[template].title}</b>
          <small>{t.create.templates[template].text}</small>
        </label>
      ))}
    </fieldset>
  )
}
