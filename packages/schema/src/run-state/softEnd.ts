import type { Step, StepRun } from './RunState.ts'

/**
 * How long people may go on writing after the time of a soft step is up: twenty seconds are enough for a sentence that
 * has been begun (people type one of twelve words in about as long) and too short to begin another thought.
 */
export const SOFT_END_GRACE_MS = 20_000

/** When a running step ends softly; epoch milliseconds of the server. */
export interface SoftEnd {
  /** The time is up: everybody is asked to finish the sentence. */
  readonly announcedAt: number
  /** From here on the boards are only read. */
  readonly closesAt: number
}

/**
 * When writing ends by itself in a running step; null where it does not: the step ends openly, has no timer, or is
 * closed already. Server and clients ask this one function, so no message has to say it.
 */
export function softEndOf(step: Pick<Step, 'id' | 'ending'>, stepRun: StepRun): SoftEnd | null {
  if (step.ending !== 'soft' || stepRun.stepId !== step.id) return null
  if (stepRun.isClosed || stepRun.endsAt === null) return null
  return { announcedAt: stepRun.endsAt, closesAt: stepRun.endsAt + SOFT_END_GRACE_MS }
}
