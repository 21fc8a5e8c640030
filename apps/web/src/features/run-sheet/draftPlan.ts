import type { WorkshopInfo } from '@tafelrunde/schema/plain'
import type { StepDraft } from './stepDraft.ts'

const MINUTE_MS = 60_000

/** Begin and end of a step by the plan; epoch milliseconds, or milliseconds from the start where there is no date. */
export interface PlannedSpan {
  readonly startsAt: number
  readonly endsAt: number
}

/** Where every step stands by the plan, and the whole. */
export interface DraftPlan {
  readonly spans: readonly PlannedSpan[]
  readonly minutes: number
  readonly endsAt: number
  /** Minutes that the steps take longer than the workshop; 0 where it has no times or they fit. */
  readonly overrunMinutes: number
}

/** The steps one after the other from the start of the workshop. */
export function planDraft(
  steps: readonly Pick<StepDraft, 'minutes'>[],
  { startsAt, endsAt }: Pick<WorkshopInfo, 'startsAt' | 'endsAt'>,
): DraftPlan {
  let at = startsAt ?? 0
  const spans = steps.map(({ minutes }) => {
    const span = { startsAt: at, endsAt: at + minutes * MINUTE_MS }
    at = span.endsAt
    return span
  })
  const hasTimes = startsAt !== null && endsAt !== null
  return {
    spans,
    minutes: steps.reduce((sum, step) => sum + step.minutes, 0),
    endsAt: at,
    overrunMinutes: hasTimes ? Math.max(0, Math.round((at - endsAt) / MINUTE_MS)) : 0,
  }
}
