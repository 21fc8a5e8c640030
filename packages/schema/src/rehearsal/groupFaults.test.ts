import { expect, test } from 'vitest'
import type { TargetGroupId } from '../ids.ts'
import { aTemplatePlan, groupWith, stepThat, withBoard, withGroup, withRun } from '../testing/aPlan.ts'
import { findPlanProblems } from './findPlanProblems.ts'
import { opens } from './planCourse.ts'
import { planProblem } from './PlanProblem.ts'

const plan = aTemplatePlan('short-2h')
const groupId = groupWith(plan, 'B').id
const stepId = stepThat(plan, (step) => opens(step, 'items', 'groups')).id

test('[G27] a board that cannot be read is found, and nothing is guessed about it', () => {
  expect(findPlanProblems(withBoard(plan, 'B', { isReadable: false, canvases: [] }))).toEqual([
    planProblem('board.unreadable', { groupId }),
  ])
})

test('[G28] a group that is to analyse has a canvas', () => {
  expect(findPlanProblems(withBoard(plan, 'B', { canvases: [] }))).toEqual([
    planProblem('group.withoutCanvas', { stepId, groupId }),
  ])
})

test('[G29] a group knows whom it is to look at: by target group, topic or the title of its canvas', () => {
  const withoutTask = withGroup(plan, 'B', { targetGroupId: null })
  const isFound = [planProblem('group.withoutTask', { stepId, groupId })]
  expect(findPlanProblems(withoutTask)).toEqual(isFound)
  const gone = 'tgone0000000000000000x' as TargetGroupId
  expect(findPlanProblems(withGroup(plan, 'B', { targetGroupId: gone }))).toEqual(isFound)
  expect(findPlanProblems(withGroup(withoutTask, 'B', { topic: 'Umzug' }))).toEqual([])
  const named = [{ templateId: 'target-group', title: 'Vereine', targetGroupId: null }]
  expect(findPlanProblems(withBoard(withoutTask, 'B', { canvases: named }))).toEqual([])
})

test('[G28] [G29] where a vote comes first, its winners are the task', () => {
  const byVote = aTemplatePlan('ozg-marketing-4h')
  const bare = withBoard(withGroup(byVote, 'A', { targetGroupId: null }), 'B', { canvases: [] })
  expect(findPlanProblems(bare)).toEqual([])
})

test('[G30] groups have different names', () => {
  const same = withGroup(plan, 'C', { name: `${groupWith(plan, 'B').name.toUpperCase()} ` })
  const [first] = [groupId, groupWith(plan, 'C').id].toSorted()
  expect(findPlanProblems(same)).toEqual([planProblem('group.sameName', { groupId: first!, figures: { count: 2 } })])
})

test('[G31] a canvas for the harvest of talks needs talks', () => {
  expect(findPlanProblems(withRun(plan, { talks: [] }))).toEqual([
    planProblem('talks.none', { groupId: groupWith(plan, 'P').id }),
  ])
})
