import type { Step } from '../run-state/RunState.ts'
import type { Plan } from './Plan.ts'
import { isWorking } from './planCourse.ts'
import { planProblem, type PlanProblem } from './PlanProblem.ts'

/** What the steps say to people: titles and instructions. */
export function stepFaults({ run }: Plan): readonly PlanProblem[] {
  if (run.steps.length === 0) return [planProblem('plan.empty')]
  const seen = new Set<string>()
  return run.steps.flatMap((step) => {
    const title = step.title.trim().toLowerCase()
    const isRepeated = title !== '' && seen.has(title)
    seen.add(title)
    return [
      ...(title === '' ? [planProblem('step.untitled', { stepId: step.id })] : []),
      ...(isRepeated ? [planProblem('step.sameTitle', { stepId: step.id })] : []),
      ...instructionFaults(step),
      ...emptyParts(step),
    ]
  })
}

/** A step whose parts all have their own instruction needs none itself. */
function instructionFaults(step: Step): readonly PlanProblem[] {
  const isInParts = step.parts.length > 0 && step.parts.every(({ instruction }) => instruction.trim() !== '')
  if (step.instruction.trim() !== '' || isInParts) return []
  return [planProblem(isWorking(step) ? 'step.withoutInstruction' : 'step.silent', { stepId: step.id })]
}

function emptyParts(step: Step): readonly PlanProblem[] {
  const part = step.parts.findIndex(({ title, instruction }) => title.trim() === '' && instruction.trim() === '')
  return part < 0 ? [] : [planProblem('step.emptyPart', { stepId: step.id, figures: { part: part + 1 } })]
}
