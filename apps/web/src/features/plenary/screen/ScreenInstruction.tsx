import type { Step, StepPart, WorkshopInfo } from '@tafelrunde/schema/plain'
import { useText } from '../../../i18n/useText.ts'
import './ScreenInstruction.css'

export interface ScreenInstructionProps {
  workshop: WorkshopInfo
  step: Step | undefined
  /** The running part, its number from 1. */
  part: { readonly part: StepPart; readonly number: number } | null
}

/** What is to be done now, large; a welcome before the first step. */
export function ScreenInstruction({ workshop, step, part }: ScreenInstructionProps) {
  const t = useText()
  const instruction = part?.part.instruction || step?.instruction || ''
  return (
    <div className="screen-instruction">
      <h1 lang={workshop.language}>{step ? step.title : workshop.title}</h1>
      {part && step && (
        <p className="screen-instruction-part">
          {t.screen.part({ number: part.number, of: step.parts.length })}
          {part.part.title && `: ${part.part.title}`}
        </p>
      )}
      <p className="screen-instruction-text" lang={step && workshop.language}>
        {step ? instruction : t.screen.noStepText}
      </p>
    </div>
  )
}
