import type { RunState, Step } from '../run-state/RunState.ts'
import type { Plan } from './Plan.ts'
import { isWorking } from './planCourse.ts'
import { planProblem, type PlanProblem } from './PlanProblem.ts'

/**
 * Longer than this nobody should work without a moment in which there is nothing to write. Both built-in run sheets
 * stay below it; working days of two hours in one go are what moderators plan by mistake.
 */
const LONGEST_STRETCH_MINUTES = 120

const MINUTE_MS = 60_000

/** Minutes of steps, of their parts, and of the whole. */
export function timeFaults({ run }: Plan): readonly PlanProblem[] {
  return [...run.steps.flatMap(minuteFaults), ...totalFaults(run), ...stretchFaults(run.steps)]
}

function minuteFaults(step: Step): readonly PlanProblem[] {
  const parts = minutesOf(step.parts)
  if (step.minutes === 0) {
    const needsTime = step.ending === 'soft' || step.parts.length > 0
    return needsTime ? [planProblem('step.withoutTime', { stepId: step.id, figures: { parts } })] : []
  }
  if (step.parts.length === 0 || parts === step.minutes) return []
  return [planProblem('step.partsDiffer', { stepId: step.id, figures: { parts, minutes: step.minutes } })]
}

function totalFaults({ workshop, steps }: RunState): readonly PlanProblem[] {
  if (workshop.startsAt === null || workshop.endsAt === null) return []
  const minutes = minutesOf(steps)
  const over = Math.round(minutes - (workshop.endsAt - workshop.startsAt) / MINUTE_MS)
  return over > 0 ? [planProblem('plan.tooLong', { figures: { minutes, over } })] : []
}

function stretchFaults(steps: readonly Step[]): readonly PlanProblem[] {
  const stretches: Step[][] = [[]]
  for (const step of steps) {
    if (isWorking(step)) stretches.at(-1)?.push(step)
    else stretches.push([])
  }
  return stretches.flatMap((stretch) => {
    const [first, minutes] = [stretch[0], minutesOf(stretch)]
    if (!first || minutes <= LONGEST_STRETCH_MINUTES) return []
    return [planProblem('plan.noBreak', { stepId: first.id, figures: { minutes } })]
  })
}

function minutesOf(spans: readonly { readonly minutes: number }[]): number {
  return spans.reduce((sum, { minutes }) => sum + minutes, 0)
}
