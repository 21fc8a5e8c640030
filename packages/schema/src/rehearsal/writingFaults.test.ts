import { expect, test } from 'vitest'
import { newId, type StepPartId } from '../ids.ts'
import type { PartRules, Step } from '../run-state/RunState.ts'
import { aPlan, aPlanStep, aTemplatePlan, stepThat, withFacts, withRun, withStep } from '../testing/aPlan.ts'
import { findPlanProblems } from './findPlanProblems.ts'
import { planProblem } from './PlanProblem.ts'

const plan = aTemplatePlan('ozg-marketing-4h')
const isHidden = (step: Step): boolean => step.isHidden

test('[G14] a step that opens the boards of groups needs groups', () => {
  const work = aPlanStep()
  const sound = aPlan({ steps: [work] })
  const alone = withRun(sound, { groups: sound.run.groups.filter(({ kind }) => kind === 'common') })
  const nobody = withFacts(alone, { seatsPerGroup: {} })
  expect(findPlanProblems(nobody)).toEqual([planProblem('step.withoutGroups', { stepId: work.id })])
})

test('[G15] a hidden step lets people write notes', () => {
  const { id } = stepThat(plan, isHidden)
  expect(findPlanProblems(withStep(plan, isHidden, { writableRoots: ['comments'] }))).toEqual([
    planProblem('hidden.withoutNotes', { stepId: id }),
  ])
})

test('[G16] after a hidden step there is one in which the notes are looked at', () => {
  const hidden = aPlanStep({ title: 'Verdeckt sammeln', isHidden: true })
  const elsewhere = aPlanStep({ title: 'Rückmeldung', where: 'common' })
  const neverShown = [planProblem('hidden.neverShown', { stepId: hidden.id })]
  expect(findPlanProblems(aPlan({ steps: [elsewhere, hidden] }))).toEqual(neverShown)
  expect(findPlanProblems(aPlan({ steps: [hidden, elsewhere] }))).toEqual(neverShown)
})

test.each<[string, Partial<Step>]>([
  ['in which the groups go on writing', {}],
  ['in which the screen shows all groups', { where: 'common', screen: 'columns', isPlenaryOpen: true }],
  ['in which everybody may look into the plenary', { writableRoots: [], isPlenaryOpen: true }],
])('[G16] a later step %s is enough', (_, traits) => {
  const hidden = aPlanStep({ title: 'Verdeckt sammeln', isHidden: true })
  expect(findPlanProblems(aPlan({ steps: [hidden, aPlanStep({ title: 'Aufdecken', ...traits })] }))).toEqual([])
})

test('[G16] notes that were hidden on all boards are looked at on all of them', () => {
  const hidden = aPlanStep({ title: 'Verdeckt sammeln', isHidden: true, where: 'all' })
  const inGroups = aPlanStep({ title: 'In den Gruppen' })
  const onCommon = aPlanStep({ title: 'Auf der gemeinsamen Tafel', writableRoots: [], where: 'all', screen: 'board' })
  expect(findPlanProblems(aPlan({ steps: [hidden, inGroups] })).map(({ code }) => code)).toEqual(['hidden.neverShown'])
  expect(findPlanProblems(aPlan({ steps: [hidden, inGroups, onCommon] }))).toEqual([])
})

const part = (rules: PartRules | null) => ({
  id: newId<StepPartId>(),
  title: 'Teil',
  instruction: '',
  minutes: 5,
  rules,
})
const hiding: PartRules = { writableRoots: ['items'], visibility: 'own', isHidden: true }

test('[G15] [G16] a hidden part needs notes, and somebody who looks at them: a later part or a later step', () => {
  const inParts = (...rules: (PartRules | null)[]): Step =>
    aPlanStep({ minutes: rules.length * 5, parts: rules.map(part) })
  const problemsOf = (step: Step) => findPlanProblems(aPlan({ steps: [step] })).map(({ code }) => code)
  expect(problemsOf(inParts(null, hiding))).toEqual(['hidden.neverShown'])
  expect(problemsOf(inParts(hiding, null))).toEqual([])
  expect(problemsOf(inParts({ ...hiding, writableRoots: ['comments'] }, null))).toEqual(['hidden.withoutNotes'])
  expect(problemsOf(inParts(hiding, { ...hiding, isHidden: false, writableRoots: [] }))).toEqual(['hidden.neverShown'])
})

test('notes that only a part lets people write are there for the vote', () => {
  const parts = [part({ writableRoots: ['items'], visibility: 'own', isHidden: false }), part(null)]
  const vote = stepThat(plan, (step) => step.vote?.subject === 'notes').vote
  const step = aPlanStep({
    where: 'common',
    writableRoots: [],
    minutes: 10,
    parts,
    vote: vote && { ...vote, fieldId: null },
  })
  const codes = findPlanProblems(aPlan({ steps: [step] })).map(({ code }) => code)
  expect(codes).not.toContain('vote.withoutNotes')
  const silent = { ...step, parts: [] }
  expect(findPlanProblems(aPlan({ steps: [silent] })).map(({ code }) => code)).toContain('vote.withoutNotes')
})
