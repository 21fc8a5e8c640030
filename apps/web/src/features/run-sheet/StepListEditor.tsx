import type { WorkshopInfo } from '@tafelrunde/schema/plain'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { newStepDraft, shiftDraft, type StepDraft } from './stepDraft.ts'
import { StepForm } from './StepForm.tsx'
import './StepListEditor.css'

export interface StepListEditorProps {
  steps: readonly StepDraft[]
  onChange: (steps: readonly StepDraft[]) => void
  runningStepId: string | null
  workshop: Pick<WorkshopInfo, 'startsAt' | 'timeZone'>
}

/** All steps in order, and the form of the chosen one. */
export function StepListEditor({ steps, onChange, runningStepId, workshop }: StepListEditorProps) {
  const t = useText()
  const language = useLanguage()
  const [chosenKey, setChosenKey] = useState<string | null>(runningStepId ?? steps[0]?.draftKey ?? null)
  const chosen = steps.find((step) => step.draftKey === chosenKey) ?? steps[0]
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0)
  const end =
    workshop.startsAt === null ? null : formatTime(workshop.startsAt + minutes * 60_000, language, workshop.timeZone)

  const add = (): void => {
    const draft = newStepDraft(`new-${steps.length}-${Date.now()}`, t.runSheet.form.newStep)
    const at = chosen ? steps.indexOf(chosen) + 1 : steps.length
    onChange(steps.toSpliced(at, 0, draft))
    setChosenKey(draft.draftKey)
  }
  const remove = (step: StepDraft): void => {
    const at = steps.indexOf(step)
    onChange(steps.toSpliced(at, 1))
    setChosenKey((steps[at + 1] ?? steps[at - 1])?.draftKey ?? null)
  }
  return (
    <div className="step-editor">
      <div className="step-editor-list">
        <ol aria-label={t.runSheet.form.steps}>
          {steps.map((step, index) => (
            <li key={step.draftKey} data-chosen={step === chosen ? '' : undefined}>
              <button
                type="button"
                className="step-editor-name"
                aria-pressed={step === chosen}
                onClick={() => setChosenKey(step.draftKey)}
              >
                <span>{step.title || t.runSheet.form.newStep}</span>
                <small className="tabular soft">{t.runSheet.minutes({ count: step.minutes })}</small>
              </button>
              <IconButton
                size="s"
                label={t.runSheet.form.moveUp({ title: step.title })}
                icon={<Icon of={ArrowUp} size={16} />}
                disabled={index === 0}
                onClick={() => onChange(shiftDraft(steps, step.draftKey, -1))}
              />
              <IconButton
                size="s"
                label={t.runSheet.form.moveDown({ title: step.title })}
                icon={<Icon of={ArrowDown} size={16} />}
                disabled={index === steps.length - 1}
                onClick={() => onChange(shiftDraft(steps, step.draftKey, 1))}
              />
            </li>
          ))}
        </ol>
        <Button size="s" icon={<Icon of={Plus} size={16} />} onClick={add}>
          {t.runSheet.form.addStep}
        </Button>
        <p className="small soft">{t.runSheet.form.total({ minutes, end })}</p>
      </div>
      {chosen && (
        <div className="step-editor-form">
          <StepForm
            key={chosen.draftKey}
            step={chosen}
            isRunning={chosen.id !== undefined && chosen.id === runningStepId}
            onChange={(change) => onChange(steps.map((step) => (step === chosen ? { ...step, ...change } : step)))}
          />
          <Button size="s" variant="danger" icon={<Icon of={Trash2} size={16} />} onClick={() => remove(chosen)}>
            {t.runSheet.form.remove({ title: chosen.title || t.runSheet.form.newStep })}
          </Button>
        </div>
      )}
    </div>
  )
}
