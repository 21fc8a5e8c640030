import { expect, test } from 'vitest'
import type { Step } from '../run-state/RunState.ts'
import type { VotePlan } from '../run-state/VotePlan.ts'
import { aPlan, aPlanStep, aTemplatePlan, stepThat, withBoard, withRun, withStep } from '../testing/aPlan.ts'
import { findPlanProblems } from './findPlanProblems.ts'
import type { Plan } from './Plan.ts'
import { planProblem } from './PlanProblem.ts'

const plan = aTemplatePlan('ozg-marketing-4h')
const isDots = ({ vote }: Step): boolean => vote?.kind === 'dots'
const dots = stepThat(plan, isDots)

function withVote(change: Partial<VotePlan>, of: Plan = plan): Plan {
  return withStep(of, isDots, { vote: { ...(stepThat(of, isDots).vote as VotePlan), ...change } })
}

const voteIn = (traits: Partial<VotePlan>): VotePlan => ({ ...(dots.vote as VotePlan), fieldId: null, ...traits })

test('[G17] a vote asks something', () => {
  expect(findPlanProblems(withVote({ question: ' ' }))).toEqual([
    planProblem('vote.withoutQuestion', { stepId: dots.id }),
  ])
})

test('[G18] written options are two at least, equal and empty ones do not count', () => {
  const isShort = [planProblem('vote.tooFewOptions', { stepId: dots.id })]
  expect(findPlanProblems(withVote({ subject: 'options', options: [] }))).toEqual(isShort)
  expect(findPlanProblems(withVote({ subject: 'options', options: ['Ja', ' Ja', ''] }))).toEqual(isShort)
  expect(findPlanProblems(withVote({ subject: 'options', options: ['Ja', 'Nein'] }))).toEqual([])
})

test('[G19] the field that a vote is about is on a board', () => {
  const isMissing = [planProblem('vote.fieldMissing', { stepId: dots.id })]
  expect(findPlanProblems(withVote({ fieldId: 'barriers' }))).toEqual(isMissing)
  const blank = [{ templateId: 'blank', title: 'Gemeinsame Tafel', targetGroupId: null }]
  expect(findPlanProblems(withBoard(plan, 'P', { canvases: blank }))).toEqual(isMissing)
  expect(findPlanProblems(withVote({ fieldId: 'free' }))).toEqual([])
})

test('[G19] a field may come with a canvas that an earlier step lets people add, or that a vote gives', () => {
  const canvases = aPlanStep({ title: 'Canvas anlegen', writableRoots: ['canvases', 'items'] })
  const options = aPlanStep({
    title: 'Aufteilen',
    vote: voteIn({ subject: 'options', options: ['Vereine', 'Familien'] }),
  })
  const about = (fieldId: string): Step => {
    const vote = voteIn({ where: 'groups', fieldId })
    return aPlanStep({ title: 'Auswählen', vote })
  }
  const emptyBoards = (of: Plan): Plan => {
    const boards = of.facts.boards.map((board) => ({ ...board, canvases: [] }))
    return { run: { ...of.run, talks: [] }, facts: { ...of.facts, boards } }
  }
  const codes = (steps: readonly Step[]): readonly string[] =>
    findPlanProblems(emptyBoards(aPlan({ steps }))).flatMap(({ code }) => (code.startsWith('vote.') ? code : []))
  expect(codes([aPlanStep(), about('barriers')])).toEqual(['vote.fieldMissing'])
  expect(codes([canvases, about('barriers')])).toEqual([])
  expect(codes([options, about('barriers')])).toEqual([])
  expect(codes([canvases, about('nirgends')])).toEqual(['vote.fieldMissing'])
})

test('[G20] notes are voted on only where somebody could write some', () => {
  const vote = aPlanStep({ title: 'Auswählen', writableRoots: [], where: 'common', vote: voteIn({}) })
  const common = aPlanStep({ title: 'Ankommen', where: 'common' })
  const nothing = aPlan({ steps: [aPlanStep(), vote, common] })
  expect(findPlanProblems(nothing)).toEqual([planProblem('vote.withoutNotes', { stepId: vote.id })])
  expect(findPlanProblems(aPlan({ steps: [common, vote, aPlanStep()] }))).toEqual([])
  expect(findPlanProblems(withBoard(nothing, 'P', { items: 12 }))).toEqual([])
})

test('[G21] recommendations are voted on only after somebody could write some', () => {
  const { steps } = aTemplatePlan('short-2h', { hasTalks: false }).run
  const points = steps.find(({ vote }) => vote !== null) as Step
  const early = aPlan({ steps: [points] })
  expect(findPlanProblems(early)).toEqual([planProblem('vote.withoutRecommendations', { stepId: points.id })])
  expect(findPlanProblems(withBoard(early, 'B', { recommendations: 1 }))).toEqual([])
})

test('[G22] nobody may put more on one option than there is to hand out', () => {
  expect(findPlanProblems(withVote({ votesPerSeat: 3, maxPerOption: 5 }))).toEqual([
    planProblem('vote.figuresDisagree', { stepId: dots.id, figures: { votes: 3, most: 5 } }),
  ])
  expect(findPlanProblems(withVote({ votesPerSeat: 0, maxPerOption: 0 })).map(({ code }) => code)).toEqual([
    'vote.figuresDisagree',
  ])
  expect(findPlanProblems(withVote({ kind: 'choice', votesPerSeat: 1, maxPerOption: 5 }))).toEqual([])
})

test('a step without a vote has no fault of a vote', () => {
  const { steps } = plan.run
  const without = withRun(plan, { steps: steps.map((step) => ({ ...step, vote: null, screen: 'instruction' })) })
  expect(findPlanProblems(without).filter(({ code }) => code.startsWith('vote.'))).toEqual([])
})
