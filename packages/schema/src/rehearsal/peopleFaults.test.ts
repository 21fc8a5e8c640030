import { expect, test } from 'vitest'
import { aTemplatePlan, groupWith, withFacts, withGroup } from '../testing/aPlan.ts'
import { findPlanProblems } from './findPlanProblems.ts'
import { planProblem } from './PlanProblem.ts'

const plan = aTemplatePlan('short-2h')
const groupId = groupWith(plan, 'A').id
const { seatsPerGroup } = plan.facts

test('[G32] there are places for everybody who has joined', () => {
  const isFull = [planProblem('people.tooMany', { figures: { people: 25, places: 24 } })]
  expect(findPlanProblems(withFacts(plan, { seatsWithoutGroup: 3 }))).toEqual([])
  const tooMany = withFacts(plan, { seatsWithoutGroup: 4 })
  expect(findPlanProblems(tooMany)).toEqual(isFull)
  expect(findPlanProblems(withGroup(tooMany, 'A', { maxSeats: null }))).toEqual([])
})

test('[G33] a group has no more people than it has places', () => {
  expect(findPlanProblems(withFacts(plan, { seatsPerGroup: { ...seatsPerGroup, [groupId]: 9 } }))).toEqual([
    planProblem('group.overfull', { groupId, figures: { people: 9, places: 8 } }),
  ])
})

test('[G33] before the day the list says who comes, and nobody counts twice', () => {
  const listed = withFacts(plan, { listedPerGroup: { [groupId]: 10 }, seatsPerGroup: {} })
  expect(findPlanProblems(listed).filter(({ severity }) => severity !== 'hint')).toEqual([
    planProblem('group.overfull', { groupId, figures: { people: 10, places: 8 } }),
  ])
  expect(findPlanProblems(withFacts(plan, { listedPerGroup: { [groupId]: 7 } }))).toEqual([])
})

test('[G34] a group without anybody is worth a hint once people sit in others', () => {
  expect(findPlanProblems(withFacts(plan, { seatsPerGroup: { ...seatsPerGroup, [groupId]: 0 } }))).toEqual([
    planProblem('group.empty', { groupId }),
  ])
  expect(findPlanProblems(withFacts(plan, { seatsPerGroup: {} }))).toEqual([])
})

test('[G35] who moderates alone gets a hint', () => {
  expect(findPlanProblems(withFacts(plan, { moderators: 1 }))).toEqual([planProblem('team.single')])
})
