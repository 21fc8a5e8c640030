import { partOf, type Step, type StepRun } from '@tafelrunde/schema'

/** Which part of a step is on, counted from 1. */
export interface CurrentPart {
  readonly index: number
  readonly count: number
  readonly title: string
  readonly instruction: string
  /** When the next one begins by itself, epoch milliseconds; null: not by itself. */
  readonly endsAt: number | null
}

/** Whole seconds until `endsAt`, negative when overrun; null for a step without end. */
export function secondsLeft(run: StepRun | null, serverNow: number): number | null {
  return run?.endsAt == null ? null : Math.ceil((run.endsAt - serverNow) / 1000)
}

/** The part that is on; null where there are fewer than two. */
export function currentPart(step: Step, run: StepRun): CurrentPart | null {
  const placed = partOf(step, run)
  if (!placed || step.parts.length < 2) return null
  const { title, instruction } = placed.part
  return { index: placed.index + 1, count: step.parts.length, title, instruction, endsAt: run.part?.endsAt ?? null }
}
