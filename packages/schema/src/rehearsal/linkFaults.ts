import type { GroupId } from '../ids.ts'
import type { LinkFacts, Plan } from './Plan.ts'
import { breakoutGroups } from './planCourse.ts'
import { planProblem, type PlanProblem } from './PlanProblem.ts'

/** Whether people and the screen come in, and until when. */
export function linkFaults(plan: Plan): readonly PlanProblem[] {
  const waysIn = plan.facts.links.filter(({ role }) => role === 'participant')
  const hasScreen = plan.facts.links.some(({ role, groupId }) => role === 'screen' && groupId === null)
  return [
    ...wayInFaults(plan, waysIn),
    ...earlyEnds(plan, waysIn),
    ...(hasScreen ? [] : [planProblem('link.noScreen')]),
  ]
}

/** The link for the whole workshop leads everywhere; without it each group needs its own. */
function wayInFaults({ run }: Plan, waysIn: readonly LinkFacts[]): readonly PlanProblem[] {
  if (waysIn.some(({ groupId }) => groupId === null)) return []
  const reached = new Set(waysIn.map(({ groupId }) => groupId))
  const shutOut = breakoutGroups(run).filter(({ id }) => !reached.has(id))
  if (waysIn.length === 0) return [planProblem('link.noWayIn')]
  return shutOut.map(({ id }) => planProblem('group.noWayIn', { groupId: id }))
}

/** Where one of several links to the same place lasts, people still come in. */
function earlyEnds({ run }: Plan, waysIn: readonly LinkFacts[]): readonly PlanProblem[] {
  const until = run.workshop.endsAt ?? run.workshop.startsAt
  if (until === null) return []
  const byPlace = new Map<GroupId | null, number>()
  for (const { groupId, expiresAt } of waysIn) {
    byPlace.set(groupId, Math.max(byPlace.get(groupId) ?? 0, expiresAt ?? Infinity))
  }
  return [...byPlace].flatMap(([groupId, expiresAt]) =>
    expiresAt < until ? [planProblem('link.expiresEarly', { groupId, figures: { expiresAt } })] : [],
  )
}
