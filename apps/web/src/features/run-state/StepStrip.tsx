import { stepOf, stepRunOf, type GroupId, type RunState } from '@tafelrunde/schema'
import { useText } from '../../i18n/useText.ts'
import { currentPart } from './remainingTime.ts'
import { useMinute } from './useMinute.ts'
import './StepStrip.css'

export interface StepStripProps {
  readonly run: RunState
  readonly groupId: GroupId
  readonly now: () => number
}

/** What is to be done now: step, part and instruction, always in view. Nothing while no step runs. */
export function StepStrip({ run, groupId, now }: StepStripProps) {
  const t = useText().board
  const step = stepOf(run, groupId)
  const stepRun = stepRunOf(run, groupId)
  useMinute()
  if (!step || !stepRun) return null
  const part = currentPart(step, stepRun, now())
  const index = run.steps.findIndex((candidate) => candidate.id === step.id) + 1
  return (
    <section className="step-strip" aria-label={t.instruction}>
      <p>
        <b>{t.step({ index, count: run.steps.length })}</b>
        {part && <span className="step-part">{`${t.part(part)}: ${part.title}`}</span>}
        <span>{part?.instruction || step.instruction}</span>
      </p>
    </section>
  )
}
