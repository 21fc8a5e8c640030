import type { Group } from '../run-state/RunState.ts'
import type { Plan, PlanFacts } from './Plan.ts'
import { breakoutGroups } from './planCourse.ts'
import { planProblem, type PlanProblem } from './PlanProblem.ts'

/** Whether everybody who is there or expected finds a place, and nobody moderates alone. */
export function peopleFaults({ run, facts }: Plan): readonly PlanProblem[] {
  const groups = breakoutGroups(run)
  const isSomebodyThere = groups.some((group) => peopleIn(facts, group) > 0)
  return [
    ...placeFaults(facts, groups),
    ...groups.flatMap((group) => {
      const [people, places] = [peopleIn(facts, group), group.maxSeats]
      if (places !== null && people > places) {
        return [planProblem('group.overfull', { groupId: group.id, figures: { people, places } })]
      }
      return people === 0 && isSomebodyThere ? [planProblem('group.empty', { groupId: group.id })] : []
    }),
    ...(facts.moderators > 1 ? [] : [planProblem('team.single')]),
  ]
}

/** Before the day only the list knows who comes; who is on it and has joined already counts once. */
function peopleIn({ seatsPerGroup, listedPerGroup }: PlanFacts, { id }: Group): number {
  return Math.max(seatsPerGroup[id] ?? 0, listedPerGroup[id] ?? 0)
}

/** One group without a limit has room for all. */
function placeFaults(facts: PlanFacts, groups: readonly Group[]): readonly PlanProblem[] {
  const limits = groups.flatMap(({ maxSeats }) => maxSeats ?? [])
  if (groups.length === 0 || limits.length < groups.length) return []
  const places = limits.reduce((sum, limit) => sum + limit, 0)
  const joined = groups.reduce((sum, { id }) => sum + (facts.seatsPerGroup[id] ?? 0), facts.seatsWithoutGroup)
  const listed = groups.reduce((sum, { id }) => sum + (facts.listedPerGroup[id] ?? 0), 0)
  const people = Math.max(joined, listed)
  return people > places ? [planProblem('people.tooMany', { figures: { people, places } })] : []
}
