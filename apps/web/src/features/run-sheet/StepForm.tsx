import { BOARD_ROOTS, type BoardRoot, type StepPart } from '@tafelrunde/schema/plain'
import { Plus, X } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { partsDifference, type StepDraft } from './stepDraft.ts'

export interface StepFormProps {
  step: StepDraft
  isRunning: boolean
  onChange: (change: Partial<StepDraft>) => void
}

/** Everything about one step: what it is called, what people read, what they may do, what they see. */
export function StepForm({ step, isRunning, onChange }: StepFormProps) {
  const t = useText()
  const words = t.runSheet.form
  const difference = partsDifference(step)
  const setPart = (index: number, change: Partial<StepPart>): void =>
    onChange({ parts: step.parts.map((part, at) => (at === index ? { ...part, ...change } : part)) })
  const toggle = (root: BoardRoot, isWritable: boolean): void =>
    onChange({
      writableRoots: BOARD_ROOTS.filter((name) => (name === root ? isWritable : step.writableRoots.includes(name))),
    })
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
      <div className="step-form-row" data-even="">
        <Select
          label={words.where}
          value={step.where}
          onChange={(where) => onChange({ where })}
          options={(['common', 'groups', 'all'] as const).map((value) => ({ value, label: words.whereOptions[value] }))}
        />
        <Select
          label={words.visibility}
          value={step.visibility}
          onChange={(visibility) => onChange({ visibility })}
          options={(['own', 'all'] as const).map((value) => ({ value, label: words.visibilityOptions[value] }))}
        />
      </div>
      <fieldset className="step-form-roots">
        <legend>{words.writable}</legend>
        {BOARD_ROOTS.map((root) => (
          <Checkbox
            key={root}
            label={words.roots[root]}
            isChecked={step.writableRoots.includes(root)}
            onChange={(isWritable) => toggle(root, isWritable)}
          />
        ))}
        {step.writableRoots.length === 0 && <p className="small soft">{words.nothing}</p>}
      </fieldset>
      <div className="step-form-row" data-even="">
        <Select
          label={words.screen}
          value={step.screen}
          onChange={(screen) => onChange({ screen })}
          options={(['instruction', 'fields', 'recommendations', 'board'] as const).map((value) => ({
            value,
            label: words.screenOptions[value],
          }))}
        />
        <Checkbox
          label={words.plenary}
          isChecked={step.isPlenaryOpen}
          onChange={(isPlenaryOpen) => onChange({ isPlenaryOpen })}
        />
      </div>
      <fieldset className="step-form-parts">
        <legend>{words.parts}</legend>
        {step.parts.map((part, index) => (
          <div key={index} className="step-form-part">
            <TextField
              isLabelHidden
              label={words.partTitle({ number: index + 1 })}
              value={part.title}
              maxLength={120}
              onChange={(title) => setPart(index, { title })}
            />
            <TextField
              isLabelHidden
              label={words.partMinutes({ number: index + 1 })}
              type="number"
              min={0}
              max={600}
              value={String(part.minutes)}
              onChange={(minutes) => setPart(index, { minutes: minutesOf(minutes) })}
            />
            <IconButton
              label={words.removePart({ number: index + 1 })}
              icon={<Icon of={X} size={16} />}
              onClick={() => onChange({ parts: step.parts.toSpliced(index, 1) })}
            />
          </div>
        ))}
        {difference && <p className="small soft">{words.partsDiffer(difference)}</p>}
        {step.parts.length < 20 && (
          <Button
            size="s"
            icon={<Icon of={Plus} size={16} />}
            onClick={() => onChange({ parts: [...step.parts, { title: '', instruction: '', minutes: 5 }] })}
          >
            {words.addPart}
          </Button>
        )}
      </fieldset>
    </>
  )
}

function minutesOf(text: string): number {
  return Math.min(600, Math.max(0, Math.round(Number(text)) || 0))
}
