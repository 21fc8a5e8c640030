import type { PartRun, Step, StepPart, StepRun } from './RunState.ts'

const MINUTE_MS = 60_000

/** Begin a part of a step at a server time; null if the step has no such part. The last one lasts as long as the step. */
export function beginPart(step: Pick<Step, 'parts'>, index: number, startedAt: number): PartRun | null {
  const part = step.parts[index]
  if (!part) return null
  const isLast = index === step.parts.length - 1
  return { index, startedAt, endsAt: isLast ? null : startedAt + part.minutes * MINUTE_MS }
}

/** The part that is on at `now` when a step has begun at `startedAt`; null for a step without parts. */
export function partRunAt(step: Pick<Step, 'parts'>, startedAt: number, now: number): PartRun | null {
  let part = beginPart(step, 0, startedAt)
  while (part && part.endsAt !== null && part.endsAt <= now) part = beginPart(step, part.index + 1, part.endsAt)
  return part
}

/** The part of a step that is on; null where there is none, also when it was taken out of the run sheet meanwhile. */
export function partOf(step: Pick<Step, 'parts'>, stepRun: Pick<StepRun, 'part'>): StepPart | null {
  return (stepRun.part && step.parts[stepRun.part.index]) ?? null
}

/** The step with what the part that is on says otherwise. */
export function withPartRules(step: Step, stepRun: Pick<StepRun, 'part'>): Step {
  const rules = partOf(step, stepRun)?.rules
  return rules ? { ...step, ...rules } : step
}
