import { expect, test } from 'vitest'
import { aTemplatePlan, groupWith, withFacts } from '../testing/aPlan.ts'
import { findPlanProblems } from './findPlanProblems.ts'
import type { LinkFacts } from './Plan.ts'
import { planProblem } from './PlanProblem.ts'

const plan = aTemplatePlan('short-2h')
const [a, b, c] = ['A', 'B', 'C'].map((letter) => groupWith(plan, letter).id)
const endsAt = plan.run.workshop.endsAt as number
const screen: LinkFacts = { role: 'screen', groupId: null, expiresAt: null }
const everywhere: LinkFacts = { role: 'participant', groupId: null, expiresAt: null }
const into = (groupId: LinkFacts['groupId'] = null): LinkFacts => ({ ...everywhere, groupId })
const problemsWith = (...links: LinkFacts[]) => findPlanProblems(withFacts(plan, { links: [screen, ...links] }))

test('[G36] participants need a link', () => {
  expect(problemsWith({ role: 'moderator', groupId: null, expiresAt: null })).toEqual([planProblem('link.noWayIn')])
})

test('[G37] without a link for all, every group has one of its own', () => {
  expect(problemsWith(into(a), into(b), into(c))).toEqual([])
  expect(problemsWith(into(a), into(b))).toEqual([planProblem('group.noWayIn', { groupId: c! })])
})

test('[G38] a link lasts as long as the workshop', () => {
  const expiresAt = endsAt - 1
  const early = planProblem('link.expiresEarly', { figures: { expiresAt } })
  expect(problemsWith({ ...everywhere, expiresAt })).toEqual([early])
  expect(problemsWith({ ...everywhere, expiresAt }, everywhere)).toEqual([])
  expect(problemsWith({ ...everywhere, expiresAt: endsAt })).toEqual([])
})

test('[G39] without a link for the screen there is nothing to show in the room', () => {
  expect(findPlanProblems(withFacts(plan, { links: [everywhere] }))).toEqual([planProblem('link.noScreen')])
  const ofOneGroup = { ...screen, groupId: a! }
  expect(findPlanProblems(withFacts(plan, { links: [everywhere, ofOneGroup] }))).toEqual([planProblem('link.noScreen')])
})
