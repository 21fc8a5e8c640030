import type { RunState, Step, StepId, StepRun } from '@tafelrunde/schema/plain'

const minuteMs = 60_000

/** One line of the run sheet with its times; times are epoch milliseconds, null without a date or a running step. */
export interface PlannedStep {
  readonly step: Step
  readonly number: number
  readonly state: 'done' | 'now' | 'next'
  /** Where the step stands by the plan: the workshop's start plus the minutes of the steps before it. */
  readonly plannedAt: number | null
  /** When it will start if everything after the running step takes as long as planned. */
  readonly expectedAt: number | null
  /** Minutes from the start of the workshop, for run sheets without a date. */
  readonly offsetMinutes: number
}

/** Planned and expected times of all steps, for the run that is shared by all groups. */
export function planTimes(run: Pick<RunState, 'workshop' | 'steps' | 'current'>): readonly PlannedStep[] {
  const { startsAt } = run.workshop
  const currentIndex = run.steps.findIndex((step) => step.id === run.current?.stepId)
  let offsetMinutes = 0
  let expectedAt = run.current && currentIndex >= 0 ? expectedEnd(run.steps[currentIndex]!, run.current) : null
  return run.steps.map((step, index) => {
    const state = currentIndex < 0 || index > currentIndex ? 'next' : index === currentIndex ? 'now' : 'done'
    const planned: PlannedStep = {
      step,
      number: index + 1,
      state,
      plannedAt: startsAt === null ? null : startsAt + offsetMinutes * minuteMs,
      expectedAt: state === 'next' ? expectedAt : null,
      offsetMinutes,
    }
    offsetMinutes += step.minutes
    if (state === 'next' && expectedAt !== null) expectedAt += step.minutes * minuteMs
    return planned
  })
}

/** Beyond this a run sheet is not late: it is a rehearsal, or was carried on on another day. */
const farOffMinutes = 6 * 60

/**
 * How many minutes later (positive) or earlier than planned a step will start; 0 within one minute, and where the
 * steps run on another day than planned.
 */
export function delayMinutes(planned: PlannedStep): number {
  if (planned.plannedAt === null || planned.expectedAt === null) return 0
  const delay = Math.trunc((planned.expectedAt - planned.plannedAt) / minuteMs)
  return Math.abs(delay) > farOffMinutes ? 0 : delay
}

/** The step before or after the running one, or the first one when nothing runs; null at the ends. */
export function neighbourStep(steps: readonly Step[], currentId: StepId | null, direction: 1 | -1): Step | null {
  if (currentId === null) return direction === 1 ? (steps[0] ?? null) : null
  const index = steps.findIndex((step) => step.id === currentId)
  return index < 0 ? null : (steps[index + direction] ?? null)
}

function expectedEnd(step: Step, current: StepRun): number {
  return current.endsAt ?? current.startedAt + step.minutes * minuteMs
}
