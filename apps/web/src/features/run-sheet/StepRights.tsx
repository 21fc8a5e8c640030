import { useText } from '../../i18n/useText.ts'
import { Select } from '../../ui/Select.tsx'
import { RulesFields } from './RulesFields.tsx'
import type { StepDraft } from './stepDraft.ts'

/** Who writes what where in a step, who sees it, and the same once more in a sentence. */
export function StepRights({ step, onChange }: { step: StepDraft; onChange: (change: Partial<StepDraft>) => void }) {
  const words = useText().runSheet.form
  const isReading = step.writableRoots.length === 0
  return (
    <>
      <RulesFields rules={step} onChange={onChange}>
        <Select
          label={words.where}
          value={step.where}
          disabled={isReading}
          onChange={(where) => onChange({ where })}
          options={(['common', 'groups', 'all'] as const).map((value) => ({ value, label: words.whereOptions[value] }))}
        />
      </RulesFields>
      <p className="step-form-words small">
        {isReading ? words.inWords.reading : words.inWords.writing[step.where]}{' '}
        {step.isHidden ? words.inWords.hidden : words.inWords.visible[step.visibility]}
      </p>
    </>
  )
}
