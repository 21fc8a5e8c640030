import type { PartRun, Step, StepPart, StepRun } from './RunState.ts'

const MINUTE_MS = 60_000

/** A part of a step and its place among them, counted from 0. */
export interface PlacedPart {
  readonly part: StepPart
  readonly index: number
}

/**
 * Begin a part of a step at a server time; null if the step has no such part. The last one lasts as long as the step, one
 * without minutes until a moderator goes on.
 */
export function beginPart(step: Pick<Step, 'parts'>, index: number, startedAt: number): PartRun | null {
  const part = step.parts[index]
  return part ? { partId: part.id, startedAt, endsAt: endOf(step, index, startedAt) } : null
}

/** The part that is on at `now` when a step has begun at `startedAt`; null for a step without parts. */
export function partRunAt(step: Pick<Step, 'parts'>, startedAt: number, now: number): PartRun | null {
  let index = 0
  let part = beginPart(step, index, startedAt)
  while (part?.endsAt != null && part.endsAt <= now) part = beginPart(step, (index += 1), part.endsAt)
  return part
}

/** The part of a step that is on; null where there is none, also when it was taken out of the run sheet meanwhile. */
export function partOf(step: Pick<Step, 'parts'>, stepRun: Pick<StepRun, 'part'>): PlacedPart | null {
  if (!stepRun.part) return null
  const { partId } = stepRun.part
  const index = step.parts.findIndex(({ id }) => id === partId)
  const part = step.parts[index]
  return part ? { part, index } : null
}

/** The step with what the part that is on says otherwise. */
export function withPartRules(step: Step, stepRun: Pick<StepRun, 'part'>): Step {
  const rules = partOf(step, stepRun)?.part.rules
  return rules ? { ...step, ...rules } : step
}

/**
 * The running part after the run sheet was edited: the same part goes on with the time that it was given; one that has
 * become the last or stopped being it gets or loses its end. Where it was taken out, the part that would be on by now.
 */
export function keepPart(step: Pick<Step, 'parts'>, stepRun: StepRun, now: number): PartRun | null {
  const placed = partOf(step, stepRun)
  if (!placed || !stepRun.part) return partRunAt(step, stepRun.startedAt, now)
  const { startedAt, endsAt } = stepRun.part
  const end = endOf(step, placed.index, startedAt)
  return { ...stepRun.part, endsAt: end === null ? null : (endsAt ?? Math.max(now, end)) }
}

function endOf({ parts }: Pick<Step, 'parts'>, index: number, startedAt: number): number | null {
  const minutes = parts[index]?.minutes ?? 0
  return index === parts.length - 1 || minutes === 0 ? null : startedAt + minutes * MINUTE_MS
}
