import { expect, test } from 'vitest'
import type { Step } from '../run-state/RunState.ts'
import { aPlan, aPlanStep, aTemplatePlan, stepThat, withBoard, withStep } from '../testing/aPlan.ts'
import { findPlanProblems } from './findPlanProblems.ts'
import { planProblem } from './PlanProblem.ts'

const plan = aTemplatePlan('ozg-marketing-4h')
const isColumns = ({ screen }: Step): boolean => screen === 'columns'
const plenary: Partial<Step> = {
  title: 'Plenum',
  writableRoots: ['items'],
  where: 'common',
  isPlenaryOpen: true,
  screen: 'columns',
}

test('[G23] the screen shows a vote only where there is or was one', () => {
  const step = aPlanStep({ screen: 'vote' })
  expect(findPlanProblems(aPlan({ steps: [step] }))).toEqual([planProblem('screen.withoutVote', { stepId: step.id })])
})

test('[G23] the result of an earlier vote may stand there', () => {
  const { id } = stepThat(plan, ({ title }) => title === 'Auftrag für die Gruppen')
  expect(findPlanProblems(withStep(plan, (step) => step.id === id, { screen: 'vote' }))).toEqual([])
})

test('[G24] what the screen shows of the plenary is open on the devices, too', () => {
  const { id } = stepThat(plan, isColumns)
  expect(findPlanProblems(withStep(plan, isColumns, { isPlenaryOpen: false }))).toEqual([
    planProblem('screen.plenaryClosed', { stepId: id }),
  ])
})

test('[G25] the groups are shown after they have begun to work', () => {
  const show = aPlanStep(plenary)
  const early = aPlan({ steps: [show, aPlanStep()] })
  expect(findPlanProblems(early)).toEqual([planProblem('screen.beforeGroupWork', { stepId: show.id })])
  expect(findPlanProblems(aPlan({ steps: [aPlanStep(), show] }))).toEqual([])
  expect(findPlanProblems(withBoard(early, 'C', { items: 3 }))).toEqual([])
})

test('[G25] where groups never write, the common board alone is meant', () => {
  expect(findPlanProblems(aPlan({ steps: [aPlanStep(plenary)] }))).toEqual([])
})

test.each(['recommendations', 'ranking', 'matrix', 'commitments'] as const)(
  '[G26] %s are shown after they could be written',
  (screen) => {
    const show = aPlanStep({ ...plenary, screen })
    const early = aPlan({ steps: [aPlanStep(), show] })
    expect(findPlanProblems(early)).toEqual([planProblem('screen.beforeRecommendations', { stepId: show.id })])
    const written = aPlanStep({ writableRoots: ['items', 'recommendations'] })
    expect(findPlanProblems(aPlan({ steps: [written, show] }))).toEqual([])
    expect(findPlanProblems(withBoard(early, 'A', { recommendations: 2 }))).toEqual([])
  },
)
