import { expect, test } from 'vitest'
import { aPlan, aTemplatePlan, stepThat, withStep } from '../testing/aPlan.ts'
import type { Step } from '../run-state/RunState.ts'
import { findPlanProblems } from './findPlanProblems.ts'
import { planProblem } from './PlanProblem.ts'

const plan = aTemplatePlan('ozg-marketing-4h')
const isWriting = (step: Step): boolean => step.writableRoots.length > 0 && step.parts.length === 0
const isBreak = (step: Step): boolean => step.title === 'Pause'
const isInParts = (step: Step): boolean => step.parts.length > 0

test('[G4] a step without a title is found, also if it is only blanks', () => {
  const { id } = stepThat(plan, isWriting)
  expect(findPlanProblems(withStep(plan, isWriting, { title: '  ' }))).toEqual([
    planProblem('step.untitled', { stepId: id }),
  ])
})

test('[G5] a step in which people do something needs an instruction', () => {
  const { id } = stepThat(plan, isWriting)
  expect(findPlanProblems(withStep(plan, isWriting, { instruction: ' \n' }))).toEqual([
    planProblem('step.withoutInstruction', { stepId: id }),
  ])
})

test('[G5] parts that all have an instruction are enough, one without is not', () => {
  const step = stepThat(plan, isInParts)
  const silent = withStep(plan, isInParts, { instruction: '' })
  expect(findPlanProblems(silent)).toEqual([])
  const parts = step.parts.map((part, at) => (at === 1 ? { ...part, instruction: '' } : part))
  expect(findPlanProblems(withStep(silent, isInParts, { parts }))).toEqual([
    planProblem('step.withoutInstruction', { stepId: step.id }),
  ])
})

test('[G6] a step without instruction in which people only listen is no more than a hint', () => {
  const { id } = stepThat(plan, isBreak)
  const [problem, ...others] = findPlanProblems(withStep(plan, isBreak, { instruction: '' }))
  expect(problem).toEqual(planProblem('step.silent', { stepId: id }))
  expect(problem?.severity).toBe('hint')
  expect(others).toEqual([])
})

test('[G7] a part that says nothing at all is named by its number', () => {
  const { id, parts } = stepThat(plan, isInParts)
  const emptied = parts.map((part, at) => (at === 2 ? { ...part, title: '', instruction: '' } : part))
  expect(findPlanProblems(withStep(plan, isInParts, { parts: emptied }))).toEqual([
    planProblem('step.emptyPart', { stepId: id, figures: { part: 3 } }),
  ])
})

test('[G8] of two steps with the same title the second is named', () => {
  const { id } = stepThat(plan, ({ title }) => title === 'Kurze Pause')
  expect(findPlanProblems(withStep(plan, ({ title }) => title === 'Kurze Pause', { title: 'pause ' }))).toEqual([
    planProblem('step.sameTitle', { stepId: id }),
  ])
})

test('[G9] a workshop without steps is told that everything is allowed', () => {
  expect(findPlanProblems(aPlan({ steps: [] }))).toEqual([planProblem('plan.empty')])
})
