import { arrivalProblems } from './arrivalProblems.ts'
import { ballotProblems } from './ballotProblems.ts'
import { endProblems } from './endProblems.ts'
import { orderProblems } from './orderProblems.ts'
import type { Rehearsed } from './RehearsalAccount.ts'
import type { RehearsalProblem } from './RehearsalProblem.ts'
import { showingProblems } from './showingProblems.ts'
import { workProblems } from './workProblems.ts'

const FAMILIES = [arrivalProblems, workProblems, ballotProblems, showingProblems, endProblems] as const

/**
 * What the simulated people of a rehearsal stumbled over: the worst first, then in the order of the run sheet. Pure;
 * what was not reached is no problem.
 */
export function findRehearsalProblems(rehearsed: Rehearsed): readonly RehearsalProblem[] {
  return orderProblems(
    rehearsed.run,
    FAMILIES.flatMap((problemsOf) => problemsOf(rehearsed)),
  )
}
