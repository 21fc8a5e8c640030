import { groupFaults } from './groupFaults.ts'
import { linkFaults } from './linkFaults.ts'
import { orderProblems } from './orderProblems.ts'
import { peopleFaults } from './peopleFaults.ts'
import type { Plan } from './Plan.ts'
import type { PlanProblem } from './PlanProblem.ts'
import { screenFaults } from './screenFaults.ts'
import { stepFaults } from './stepFaults.ts'
import { timeFaults } from './timeFaults.ts'
import { voteFaults } from './voteFaults.ts'
import { writingFaults } from './writingFaults.ts'

const FAMILIES = [
  stepFaults,
  timeFaults,
  writingFaults,
  voteFaults,
  screenFaults,
  groupFaults,
  peopleFaults,
  linkFaults,
] as const

/**
 * Everything in a plan that will go wrong on the day, or might: the worst first, then in the order of the run sheet.
 * Pure; the order of groups, links and boards does not matter, and no content makes it throw.
 */
export function findPlanProblems(plan: Plan): readonly PlanProblem[] {
  return orderProblems(
    plan.run,
    FAMILIES.flatMap((faultsOf) => faultsOf(plan)),
  )
}
