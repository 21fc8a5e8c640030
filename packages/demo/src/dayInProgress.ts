import { STEP_TEMPLATES, type Step } from '@tafelrunde/schema/plain'

/** The run sheet of the demo. */
export const DEMO_RUN_SHEET = 'ozg-marketing-4h'

/** Minutes that are over of breakout 1. */
export const ELAPSED_MINUTES = 22

const MINUTE_MS = 60_000

/**
 * ISO times of a day that is in the middle of breakout 1 at `now` (epoch milliseconds). The documented date would make every timer late by years, and
 * the data past its retention.
 */
export function dayInProgress(now: number): { readonly startsAt: string; readonly endsAt: string } {
  const steps = STEP_TEMPLATES[DEMO_RUN_SHEET]?.steps ?? []
  const minutesOf = (list: readonly { readonly minutes: number }[]): number =>
    list.reduce((sum, step) => sum + step.minutes, 0)
  const before = minutesOf(steps.slice(0, steps.findIndex(isBreakout)))
  const startsAt = Math.floor(now / MINUTE_MS - before - ELAPSED_MINUTES) * MINUTE_MS
  const endsAt = startsAt + minutesOf(steps) * MINUTE_MS
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() }
}

/** The first step in which groups write notes on their boards. */
export function isBreakout(step: Pick<Step, 'where' | 'writableRoots'>): boolean {
  return step.where === 'groups' && step.writableRoots.includes('items')
}
