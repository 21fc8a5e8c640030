import { expect, test } from 'vitest'
import type { Step } from '../run-state/RunState.ts'
import { aPlan, aPlanStep, aTemplatePlan, stepThat, withRun, withStep } from '../testing/aPlan.ts'
import { findPlanProblems } from './findPlanProblems.ts'
import { planProblem } from './PlanProblem.ts'

const plan = aTemplatePlan('short-2h')
const isInParts = (step: Step): boolean => step.parts.length > 0
const { workshop } = plan.run

test('[G10] a step without minutes cannot end softly, nor have parts', () => {
  const { id } = stepThat(plan, isInParts)
  const untimed = withStep(plan, isInParts, { minutes: 0 })
  expect(findPlanProblems(untimed)).toEqual([planProblem('step.withoutTime', { stepId: id, figures: { parts: 35 } })])
  expect(findPlanProblems(withStep(untimed, isInParts, { parts: [] }))).toEqual([
    planProblem('step.withoutTime', { stepId: id, figures: { parts: 0 } }),
  ])
  expect(findPlanProblems(withStep(untimed, isInParts, { parts: [], ending: 'open' }))).toEqual([])
})

test('[G11] parts take as long as their step', () => {
  const { id, parts } = stepThat(plan, isInParts)
  const longer = parts.map((part, at) => (at === 0 ? { ...part, minutes: part.minutes + 5 } : part))
  expect(findPlanProblems(withStep(plan, isInParts, { parts: longer }))).toEqual([
    planProblem('step.partsDiffer', { stepId: id, figures: { parts: 40, minutes: 35 } }),
  ])
})

test('[G12] a run sheet is not longer than the workshop', () => {
  const shorter = withRun(plan, { workshop: { ...workshop, endsAt: (workshop.endsAt ?? 0) - 15 * 60_000 } })
  expect(findPlanProblems(shorter)).toEqual([planProblem('plan.tooLong', { figures: { minutes: 120, over: 15 } })])
})

test('[G12] without a beginning or an end nothing is too long', () => {
  expect(findPlanProblems(withRun(plan, { workshop: { ...workshop, endsAt: null } }))).toEqual([])
  expect(findPlanProblems(withRun(plan, { workshop: { ...workshop, startsAt: null } }))).toEqual([])
})

test('[G13] more than two hours without a moment to listen are worth a hint', () => {
  const [first, second, third] = ['Sammeln', 'Ordnen', 'Schärfen'].map((title) => aPlanStep({ title, minutes: 45 }))
  const listening = aPlanStep({ title: 'Pause', writableRoots: [], where: 'all' })
  const steps = [first!, second!, third!]
  expect(findPlanProblems(aPlan({ steps }))).toEqual([
    planProblem('plan.noBreak', { stepId: first!.id, figures: { minutes: 135 } }),
  ])
  expect(findPlanProblems(aPlan({ steps: [first!, second!, listening, third!] }))).toEqual([])
})
