import { SCREEN_LAYOUTS } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { minutesOf } from './minutesOf.ts'
import type { StepDraft } from './stepDraft.ts'
import { StepParts } from './StepParts.tsx'
import { StepRights } from './StepRights.tsx'
import { StepVote } from './StepVote.tsx'

export interface StepFormProps {
  step: StepDraft
  isRunning: boolean
  onChange: (change: Partial<StepDraft>) => void
}

/** Everything about one step: what it is called, what people read, what they may do, what they see. */
export function StepForm({ step, isRunning, onChange }: StepFormProps) {
  const words = useText().runSheet.form
  return (
    <>
      {isRunning && <Notice kind="time">{words.isRunning}</Notice>}
      <div className="step-form-row">
        <TextField
          label={words.title}
          value={step.title}
          maxLength={120}
          error={step.title.trim() ? null : words.untitled}
          onChange={(title) => onChange({ title })}
        />
        <TextField
          label={words.minutes}
          type="number"
          min={0}
          max={600}
          value={String(step.minutes)}
          onChange={(minutes) => onChange({ minutes: minutesOf(minutes) })}
        />
      </div>
      <TextArea
        label={words.instruction}
        description={words.instructionHint}
        value={step.instruction}
        maxLength={2000}
        onChange={(instruction) => onChange({ instruction })}
      />
      <Checkbox
        label={words.softEnd}
        description={step.minutes > 0 ? words.softEndHint : words.softEndUntimed}
        isChecked={step.ending === 'soft'}
        onChange={(isSoft) => onChange({ ending: isSoft ? 'soft' : 'open' })}
      />
      <StepParts step={step} onChange={onChange} />
      <StepRights step={step} onChange={onChange} />
      <div className="step-form-row" data-even="">
        <Select
          label={words.screen}
          value={step.screen}
          onChange={(screen) => onChange({ screen })}
          options={SCREEN_LAYOUTS.map((value) => ({ value, label: words.screenOptions[value] }))}
        />
        <Checkbox
          label={words.plenary}
          isChecked={step.isPlenaryOpen}
          onChange={(isPlenaryOpen) => onChange({ isPlenaryOpen })}
        />
      </div>
      <StepVote vote={step.vote} onChange={(vote) => onChange({ vote })} />
    </>
  )
}
