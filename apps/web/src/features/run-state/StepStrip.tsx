import { stepOf, stepRunOf, type GroupId, type RunState } from '@tafelrunde/schema'
import { useState } from 'react'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { currentPart } from './remainingTime.ts'
import './StepStrip.css'

export interface StepStripProps {
  readonly run: RunState
  readonly groupId: GroupId
}

/** What is to be done now: step, part and instruction, always in view. Nothing while no step runs. */
export function StepStrip({ run, groupId }: StepStripProps) {
  const t = useText().board
  const language = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const step = stepOf(run, groupId)
  const stepRun = stepRunOf(run, groupId)
  if (!step || !stepRun) return null
  const part = currentPart(step, stepRun)
  const index = run.steps.findIndex((candidate) => candidate.id === step.id) + 1
  return (
    <div className="step-strip" data-open={isOpen ? '' : undefined}>
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <b>{t.step({ index, count: run.steps.length })}</b>{' '}
        {part && (
          <span className="step-part">
            {t.part({
              ...part,
              until: part.endsAt === null ? null : formatTime(part.endsAt, language, run.workshop.timeZone),
            })}
            : {part.title}{' '}
          </span>
        )}
        <span lang={run.workshop.language}>{part?.instruction || step.instruction}</span>
      </button>
    </div>
  )
}
