import type { Step, WorkshopInfo } from '@tafelrunde/schema/plain'
import { Copy, Plus, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { planDraft, type PlannedSpan } from './draftPlan.ts'
import { duplicateDraft, insertSteps, MAX_STEPS, moveDraft, newStepDraft, type StepDraft } from './stepDraft.ts'
import { StepForm } from './StepForm.tsx'
import { StepRow } from './StepRow.tsx'
import { StepSources, type EarlierSteps } from './StepSources.tsx'
import { useDragOrder } from './useDragOrder.ts'
import './StepListEditor.css'

export interface StepListEditorProps {
  steps: readonly StepDraft[]
  onChange: (steps: readonly StepDraft[]) => void
  runningStepId: string | null
  /** The step whose form is open at first; null: the running one. */
  firstStepId?: string | null
  workshop: Pick<WorkshopInfo, 'startsAt' | 'endsAt' | 'timeZone' | 'language'>
  hasTalks: boolean
  /** Workshops that this person has moderated before. */
  earlier: readonly EarlierSteps[]
}

/** All steps in order, and the form of the chosen one. */
export function StepListEditor(props: StepListEditorProps) {
  const { steps, onChange, runningStepId, firstStepId = null, workshop, hasTalks, earlier } = props
  const t = useText()
  const words = t.runSheet.form
  const language = useLanguage()
  const [chosenKey, setChosenKey] = useState<string | null>(firstStepId ?? runningStepId ?? steps[0]?.draftKey ?? null)
  const chosen = steps.find((step) => step.draftKey === chosenKey) ?? steps[0]
  const rows = useRef(new Map<string, HTMLLIElement>())
  const form = useRef<HTMLElement>(null)
  const plan = planDraft(steps, workshop)
  const clock = (at: number): string => timeText(at, workshop, language)
  const spanText = ({ startsAt, endsAt }: PlannedSpan): string => `${clock(startsAt)}–${clock(endsAt)}`

  /** Where the form stands below the list, whoever chooses a step wants to see it. */
  const choose = (draftKey: string): void => {
    setChosenKey(draftKey)
    requestAnimationFrame(() => {
      const [list, opened] = [rows.current.get(draftKey), form.current]
      if (list && opened && opened.offsetLeft <= list.offsetLeft) opened.scrollIntoView({ block: 'start' })
    })
  }
  const move = (draftKey: string, to: number): void => {
    const moved = moveDraft(steps, draftKey, to)
    if (moved === steps) return
    onChange(moved)
    const title = steps.find((step) => step.draftKey === draftKey)?.title || words.newStep
    announce(words.moved({ title, place: to + 1, count: steps.length }))
  }
  const drag = useDragOrder({
    keys: steps.map((step) => step.draftKey),
    rowOf: (key) => rows.current.get(key) ?? null,
    onMove: move,
  })
  const add = (): void => {
    const draft = newStepDraft(newKey(), words.newStep)
    const at = chosen ? steps.indexOf(chosen) + 1 : steps.length
    onChange(steps.toSpliced(at, 0, draft))
    setChosenKey(draft.draftKey)
  }
  const duplicate = (step: StepDraft): void => {
    const copy = { draftKey: newKey(), title: words.copyOf({ title: step.title }).slice(0, 120) }
    onChange(duplicateDraft(steps, step.draftKey, copy))
    setChosenKey(copy.draftKey)
    announce(words.duplicated({ title: step.title }))
  }
  const insert = (added: readonly Step[]): void => {
    const room = added.slice(0, MAX_STEPS - steps.length)
    onChange(insertSteps(steps, chosen?.draftKey ?? null, room))
    announce(words.inserted({ count: room.length }))
  }
  const remove = (step: StepDraft): void => {
    const at = steps.indexOf(step)
    onChange(steps.toSpliced(at, 1))
    setChosenKey((steps[at + 1] ?? steps[at - 1])?.draftKey ?? null)
  }
  return (
    <div className="step-editor">
      <div className="step-editor-list">
        <ol aria-label={words.steps} data-dragging={drag.draggedKey === null ? undefined : ''}>
          {steps.map((step, index) => (
            <StepRow
              key={step.draftKey}
              ref={(row) => {
                if (row) rows.current.set(step.draftKey, row)
                return () => void rows.current.delete(step.draftKey)
              }}
              step={step}
              span={spanText(plan.spans[index]!)}
              index={index}
              count={steps.length}
              isChosen={step === chosen}
              isDragged={drag.draggedKey === step.draftKey}
              onChoose={() => choose(step.draftKey)}
              onMove={(to) => move(step.draftKey, to)}
              onGrip={(event) => drag.onGrip(event, step.draftKey)}
            />
          ))}
        </ol>
        <p className="step-editor-total">
          <b className="tabular">
            {words.total({ minutes: plan.minutes, end: workshop.startsAt === null ? null : clock(plan.endsAt) })}
          </b>
        </p>
        {plan.overrunMinutes > 0 && (
          <Notice kind="time" spoken="politely">
            {words.overrun({ minutes: plan.overrunMinutes, end: clock(workshop.endsAt ?? 0) })}
          </Notice>
        )}
        {steps.length < MAX_STEPS && (
          <div className="step-editor-add">
            <Button size="s" icon={<Icon of={Plus} size={16} />} onClick={add}>
              {words.addStep}
            </Button>
            <StepSources language={workshop.language} hasTalks={hasTalks} earlier={earlier} onInsert={insert} />
          </div>
        )}
      </div>
      {chosen && (
        <section ref={form} className="step-editor-form" aria-label={chosen.title || words.newStep}>
          <StepForm
            key={chosen.draftKey}
            step={chosen}
            isRunning={chosen.id !== undefined && chosen.id === runningStepId}
            onChange={(change) => onChange(steps.map((step) => (step === chosen ? { ...step, ...change } : step)))}
          />
          <div className="step-editor-foot">
            {steps.length < MAX_STEPS && (
              <Button size="s" icon={<Icon of={Copy} size={16} />} onClick={() => duplicate(chosen)}>
                {words.duplicate}
              </Button>
            )}
            <Button
              size="s"
              variant="danger"
              icon={<Icon of={Trash2} size={16} />}
              aria-label={words.remove({ title: chosen.title || words.newStep })}
              onClick={() => remove(chosen)}
            >
              {words.removeStep}
            </Button>
          </div>
        </section>
      )}
    </div>
  )
}

function newKey(): string {
  return `new-${crypto.randomUUID()}`
}

/** By the clock of the workshop's place; without a date as hours and minutes from the start. */
function timeText(
  at: number,
  { startsAt, timeZone }: Pick<WorkshopInfo, 'startsAt' | 'timeZone'>,
  language: 'de' | 'en',
): string {
  if (startsAt !== null) return formatTime(at, language, timeZone).padStart(5, '0')
  const minutes = Math.round(at / 60_000)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
