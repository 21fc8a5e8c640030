import { expect, test } from 'vitest'
import { anAccount, withBoardAccount, withStepAccount } from '../testing/anAccount.ts'
import { aPlan, aPlanStep, aTemplatePlan, groupWith, stepThat } from '../testing/aPlan.ts'
import { findRehearsalProblems } from './findRehearsalProblems.ts'
import { PLAN_FAULT_CODES, PLAN_SEVERITIES } from './PlanProblem.ts'
import type { RehearsalAccount, StepAccount } from './RehearsalAccount.ts'
import { REHEARSAL_FAULT_CODES, rehearsalProblem, type RehearsalProblem } from './RehearsalProblem.ts'

const plan = aTemplatePlan('ozg-marketing-4h')
const { run } = plan
const sound = anAccount(run)
const groupId = groupWith(plan, 'B').id
const common = groupWith(plan, 'P').id
const stepWith = (isWanted: Parameters<typeof stepThat>[1]) => stepThat(plan, isWanted).id
const hidden = stepWith((step) => step.isHidden)
const analysis = stepWith((step) => step.where === 'groups')
const vote = stepWith((step) => step.vote?.subject === 'notes')
const estimate = stepWith((step) => step.vote?.kind === 'estimate')
const plenary = stepWith((step) => step.isPlenaryOpen)

const problemsOf = (account: RehearsalAccount): readonly RehearsalProblem[] => findRehearsalProblems({ run, account })

/** What is told when one step went otherwise. */
const when = (stepId: StepAccount['stepId'], change: Partial<StepAccount>): readonly RehearsalProblem[] =>
  problemsOf(withStepAccount(sound, stepId, change))

const SOUND = [
  ['the four hours', run],
  ['the two hours in English, without talks', aTemplatePlan('short-2h', { language: 'en', hasTalks: false }).run],
  ['one that somebody wrote', aPlan({ steps: [aPlanStep({ isHidden: true }), aPlanStep({ where: 'all' })] }).run],
] as const

test.each(SOUND)('[G40] a course without faults leaves nothing to tell: %s', (_, sheet) => {
  expect(sheet.steps.length).toBeGreaterThan(1)
  expect(findRehearsalProblems({ run: sheet, account: anAccount(sheet) })).toEqual([])
})

test('[G40] a step in which nobody was to write, vote or see anything leaves nothing to tell', () => {
  const nothing = { tried: 0, done: 0 }
  const boards = [
    { groupId, notes: nothing, hasNoField: true, recommendations: nothing, unsaved: 0, lost: 0 },
  ] satisfies StepAccount['boards']
  expect(when(analysis, { boards, hidden: null, vote: null, signals: [], plenary: null })).toEqual([])
})

test('[G40] what was not reached is no problem', () => {
  expect(problemsOf({ ...sound, steps: sound.steps.slice(0, 4), end: null })).toEqual([])
})

test('[G41] the worst stands first, then what comes first in the run sheet', () => {
  const account = sound.steps
    .map(({ stepId }) => stepId)
    .toReversed()
    .reduce(
      (before, stepId, at) =>
        withStepAccount(before, stepId, at % 2 === 0 ? { isScreenEmpty: true } : { hasStarted: false }),
      sound,
    )
  const problems = problemsOf(account)
  const ranks = problems.map(({ severity }) => PLAN_SEVERITIES.indexOf(severity))
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  for (const code of ['screen.empty', 'step.notStarted']) {
    const places = problems
      .filter((problem) => problem.code === code)
      .map(({ stepId }) => run.steps.findIndex(({ id }) => id === stepId))
    expect(places.length).toBeGreaterThan(5)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  }
})

test('[G42] every kind has a code of its own, also beside those of the check of the plan', () => {
  const codes = [...PLAN_FAULT_CODES, ...REHEARSAL_FAULT_CODES]
  expect(new Set(codes).size).toBe(codes.length)
  expect(REHEARSAL_FAULT_CODES.length).toBe(25)
})

const arriving = (change: Partial<RehearsalAccount['arrival']>): readonly RehearsalProblem[] =>
  problemsOf({ ...sound, arrival: { ...sound.arrival, ...change } })

test('[G43] people without a seat are told', () => {
  expect(arriving({ seats: { tried: 9, done: 7 } })).toEqual([
    rehearsalProblem('people.keptOut', { figures: { people: 2, of: 9 } }),
  ])
})

test('[G44] people without a group are told where there are groups', () => {
  expect(arriving({ withoutGroup: 2 })).toEqual([
    rehearsalProblem('people.withoutGroup', { figures: { people: 2, of: 9 } }),
  ])
  const alone = { ...run, groups: run.groups.filter(({ kind }) => kind === 'common') }
  const account = { ...anAccount(alone), steps: [], arrival: { ...anAccount(alone).arrival, withoutGroup: 5 } }
  expect(findRehearsalProblems({ run: alone, account })).toEqual([])
})

test('[G45] a group that nobody reached is told if people were expected there', () => {
  const others = sound.arrival.groups.filter((group) => group.groupId !== groupId)
  expect(arriving({ groups: [...others, { groupId, expected: 3, joined: 0 }] })).toEqual([
    rehearsalProblem('group.unreached', { groupId, figures: { people: 3 } }),
  ])
  expect(arriving({ groups: [...others, { groupId, expected: 0, joined: 0 }] })).toEqual([])
})

test('[G46] a board that did not open is told with whom it kept waiting', () => {
  expect(arriving({ boards: [{ groupId, opened: { tried: 3, done: 1 } }] })).toEqual([
    rehearsalProblem('board.unreachable', { groupId, figures: { people: 2, of: 3, seconds: 10 } }),
  ])
})

test('[G47] a step that did not start is told, and nothing else of it', () => {
  expect(when(vote, { hasStarted: false, boards: [], vote: null })).toEqual([
    rehearsalProblem('step.notStarted', { stepId: vote }),
  ])
})

const atBoard = (change: Parameters<typeof withBoardAccount>[2]): readonly RehearsalProblem[] =>
  problemsOf(withBoardAccount(sound, { stepId: analysis, groupId }, change))
const at = { stepId: analysis, groupId }

test('[G48] notes that nobody on a board could write are told', () => {
  expect(atBoard({ notes: { tried: 3, done: 0 } })).toEqual([
    rehearsalProblem('notes.refused', { ...at, figures: { people: 3 } }),
  ])
  expect(atBoard({ notes: { tried: 3, done: 1 } })).toEqual([])
})

test('[G49] notes that found no field are told', () => {
  expect(atBoard({ hasNoField: true })).toEqual([rehearsalProblem('notes.onlyBeside', at)])
})

test('[G50] recommendations that nobody on a board could write are told', () => {
  expect(atBoard({ recommendations: { tried: 2, done: 0 } })).toEqual([
    rehearsalProblem('recommendations.refused', { ...at, figures: { people: 2 } }),
  ])
})

test('[G51] edits that were not acknowledged are told with how long people waited', () => {
  expect(atBoard({ unsaved: 2 })).toEqual([
    rehearsalProblem('edits.unsaved', { ...at, figures: { people: 2, seconds: 10 } }),
  ])
})

test('[G52] a text that is nowhere after its author was cut off is told', () => {
  expect(atBoard({ lost: 1 })).toEqual([rehearsalProblem('text.lost', { ...at, figures: { texts: 1 } })])
})

test('[G53] a reveal without notes is told', () => {
  expect(when(hidden, { hidden: { written: 0, shown: 0 } })).toEqual([
    rehearsalProblem('hidden.nothing', { stepId: hidden }),
  ])
})

test('[G54] hidden notes that did not come to light are told', () => {
  expect(when(hidden, { hidden: { written: 9, shown: 7 } })).toEqual([
    rehearsalProblem('hidden.missing', { stepId: hidden, figures: { written: 9, shown: 7 } }),
  ])
})

const VOTE = { refusal: null, options: 8, ballots: { tried: 9, done: 9 }, leftOut: [], hasTakenWinners: true }
const voting = (change: Partial<NonNullable<StepAccount['vote']>>): readonly RehearsalProblem[] =>
  when(vote, { vote: { ...VOTE, ...change } })
const unvoted = { options: 0, ballots: { tried: 0, done: 0 }, hasTakenWinners: null }

test('[G55] a vote without anything to vote on is told', () => {
  expect(voting({ ...unvoted, refusal: 'vote.empty' })).toEqual([
    rehearsalProblem('vote.nothing', { stepId: vote, figures: { options: 0, people: 0 } }),
  ])
})

test('[G56] a vote on one thing is told, an estimate of one is not', () => {
  expect(voting({ options: 1 }).map(({ code }) => code)).toEqual(['vote.single'])
  expect(when(estimate, { vote: { ...VOTE, options: 1 } })).toEqual([])
})

test('[G57] a vote that could not be opened for another reason is told as such', () => {
  expect(voting({ ...unvoted, refusal: 'vote.running' }).map(({ code }) => code)).toEqual(['vote.notOpened'])
})

test('[G58] a vote in which nobody could cast a ballot is told', () => {
  expect(voting({ ballots: { tried: 9, done: 0 } })).toEqual([
    rehearsalProblem('vote.nobody', { stepId: vote, figures: { options: 8, people: 9 } }),
  ])
})

test('[G59] a group whose members had nothing to vote on is told', () => {
  expect(voting({ leftOut: [groupId] })).toEqual([rehearsalProblem('vote.groupLeftOut', { stepId: vote, groupId })])
})

test('[G60] winners that became no canvases are told, winners that were not to become any are not', () => {
  expect(voting({ hasTakenWinners: false }).map(({ code }) => code)).toEqual(['winners.refused'])
  expect(voting({ hasTakenWinners: null })).toEqual([])
})

test('[G61] a call for help that the cockpit did not show is told', () => {
  expect(when(analysis, { signals: [{ groupId, type: 'help', isSeen: false }] })).toEqual([
    rehearsalProblem('help.unseen', { ...at, figures: { seconds: 10 } }),
  ])
})

test('[G62] a group that is ready unseen is told', () => {
  expect(when(analysis, { signals: [{ groupId, type: 'ready', isSeen: false }] })).toEqual([
    rehearsalProblem('ready.unseen', { ...at, figures: { seconds: 10 } }),
  ])
})

test('[G63] an empty screen is told', () => {
  expect(when(plenary, { isScreenEmpty: true })).toEqual([rehearsalProblem('screen.empty', { stepId: plenary })])
  const unopened = { ...VOTE, ...unvoted, refusal: 'vote.empty' }
  const codes = when(vote, { isScreenEmpty: true, vote: unopened }).map(({ code }) => code)
  expect(codes).toEqual(['vote.nothing'])
})

test('[G64] an empty plenary is told', () => {
  expect(when(plenary, { plenary: { isRefused: false, entries: 0 } })).toEqual([
    rehearsalProblem('plenary.empty', { stepId: plenary }),
  ])
})

test('[G65] a plenary that stays closed to people is told, and not as an empty one', () => {
  expect(when(plenary, { plenary: { isRefused: true, entries: 0 } })).toEqual([
    rehearsalProblem('plenary.refused', { stepId: plenary }),
  ])
})

const ending = (change: Partial<NonNullable<RehearsalAccount['end']>>): readonly RehearsalProblem[] =>
  problemsOf({ ...sound, end: { openBoards: 0, entries: 120, missingEntries: 0, ...change } })

test('[G66] boards that are open after the end are told', () => {
  expect(ending({ openBoards: 2 })).toEqual([rehearsalProblem('end.open', { figures: { boards: 2 } })])
})

test('[G67] an export that lacks something is told', () => {
  expect(ending({ missingEntries: 3 })).toEqual([
    rehearsalProblem('export.missing', { figures: { missing: 3, of: 120 } }),
  ])
})

test('[G42] a problem of the common board is told with the common board', () => {
  const account = withBoardAccount(sound, { stepId: hidden, groupId: common }, { unsaved: 1 })
  expect(problemsOf(account).map((problem) => problem.groupId)).toEqual([common])
})
