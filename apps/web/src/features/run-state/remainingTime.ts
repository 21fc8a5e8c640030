import type { Step, StepRun } from '@tafelrunde/schema'

/** Which part of a step is on, counted from 1, and its minutes' end. */
export interface CurrentPart {
  readonly index: number
  readonly count: number
  readonly title: string
  readonly instruction: string
}

/** Whole seconds until `endsAt`, negative when overrun; null for a step without end. */
export function secondsLeft(run: StepRun | null, serverNow: number): number | null {
  return run?.endsAt == null ? null : Math.ceil((run.endsAt - serverNow) / 1000)
}

/** The part that is on by the minutes since the start; the last part stays on when time has run out. */
export function currentPart(step: Step, run: StepRun, serverNow: number): CurrentPart | null {
  if (step.parts.length < 2) return null
  let minutes = Math.max(0, serverNow - run.startedAt) / 60_000
  for (const [index, part] of step.parts.entries()) {
    const isLast = index === step.parts.length - 1
    if (minutes < part.minutes || isLast) {
      return { index: index + 1, count: step.parts.length, title: part.title, instruction: part.instruction }
    }
    minutes -= part.minutes
  }
  return null
}
