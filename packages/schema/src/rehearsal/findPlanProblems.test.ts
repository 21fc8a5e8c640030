import { expect, test } from 'vitest'
import type { StepPartId } from '../ids.ts'
import { parseRunState } from '../run-state/parseRunState.ts'
import type { Step } from '../run-state/RunState.ts'
import type { VotePlan } from '../run-state/VotePlan.ts'
import {
  aPlan,
  aPlanStep,
  aTemplatePlan,
  groupWith,
  stepThat,
  withBoard,
  withFacts,
  withGroup,
  withRun,
} from '../testing/aPlan.ts'
import { shuffled } from '../testing/aWorkshop.ts'
import { seededRandom, type SeededRandom } from '../testing/seededRandom.ts'
import { findPlanProblems } from './findPlanProblems.ts'
import type { Plan } from './Plan.ts'
import { PLAN_FAULTS, PLAN_SEVERITIES } from './PlanProblem.ts'

const choice: VotePlan = {
  kind: 'choice',
  question: 'Womit fangen wir an?',
  subject: 'options',
  where: 'common',
  fieldId: null,
  options: ['Plakate', 'Videos', 'Beratung'],
  votesPerSeat: 1,
  maxPerOption: 1,
  isHiddenUntilClosed: true,
  isSecret: true,
  mayAbstain: true,
  weight: 'organisation',
}

/** A retrospective as somebody writes it without a template: own link per group, hidden in the groups, a free end. */
function aRetrospective(): Plan {
  const steps: readonly Step[] = [
    aPlanStep({ title: 'Begrüßung', instruction: 'Willkommen zurück!', minutes: 0, writableRoots: [], where: 'all' }),
    aPlanStep({ title: 'Still sammeln', instruction: 'Was lief gut?', isHidden: true, ending: 'soft' }),
    aPlanStep({ title: 'Aufdecken', instruction: 'Lesen Sie in Ruhe.', writableRoots: ['items', 'reactions'] }),
    aPlanStep({
      title: 'Alle zusammen',
      instruction: '',
      minutes: 20,
      where: 'all',
      screen: 'fields',
      visibility: 'all',
      isPlenaryOpen: true,
      parts: [
        {
          id: 'part-1' as StepPartId,
          title: 'Ansehen',
          instruction: 'Je Gruppe zwei Minuten.',
          minutes: 8,
          rules: null,
        },
        { id: 'part-2' as StepPartId, title: 'Ergänzen', instruction: 'Was fehlt?', minutes: 12, rules: null },
      ],
    }),
    aPlanStep({ title: 'Wählen', instruction: 'Eine Stimme.', writableRoots: [], vote: choice, screen: 'vote' }),
    aPlanStep({
      title: 'Ergebnis',
      instruction: 'So geht es weiter.',
      writableRoots: [],
      where: 'all',
      screen: 'vote',
    }),
  ]
  const plan = aPlan({ steps, hasTalks: false })
  const links = ['A', 'B', 'C'].map((letter) => ({
    role: 'participant',
    groupId: groupWith(plan, letter).id,
    expiresAt: plan.run.workshop.endsAt,
  }))
  return withFacts(plan, { links: [...links, { role: 'screen', groupId: null, expiresAt: null }] })
}

const SOUND: readonly [string, Plan][] = [
  ['the four hours in German', aTemplatePlan('ozg-marketing-4h')],
  ['the four hours in English, without talks', aTemplatePlan('ozg-marketing-4h', { language: 'en', hasTalks: false })],
  ['the two hours in German, without talks', aTemplatePlan('short-2h', { hasTalks: false })],
  ['the two hours in English', aTemplatePlan('short-2h', { language: 'en' })],
  ['a retrospective without a template', aRetrospective()],
]

test.each(SOUND)('[G1] a sound plan raises no false alarm: %s', (_, plan) => {
  expect(findPlanProblems(plan)).toEqual([])
})

test.each(SOUND)('[G1] nor does it before anybody has joined: %s', (_, plan) => {
  expect(findPlanProblems(withFacts(plan, { seatsPerGroup: {} }))).toEqual([])
})

/** A plan with faults in every family, so that there is something to put in order. */
function aBadPlan(): Plan {
  const plan = aTemplatePlan('short-2h')
  const isAnalysis = (step: Step): boolean => step.where === 'groups'
  const work = stepThat(plan, isAnalysis)
  const steps = plan.run.steps.map((step) => (step === work ? { ...step, minutes: 50, instruction: '' } : step))
  const broken = withGroup(withGroup(withRun(plan, { steps: steps.toReversed() }), 'A', { name: 'Eins' }), 'B', {
    name: 'Eins',
    maxSeats: 2,
  })
  const bare = withBoard(withBoard(broken, 'A', { canvases: [] }), 'C', { isReadable: false })
  const { id } = groupWith(bare, 'A')
  return withFacts(bare, { moderators: 1, links: [{ role: 'participant', groupId: id, expiresAt: 1 }] })
}

test('[G2] the order of groups, boards and links does not matter', () => {
  const plan = aBadPlan()
  const expected = findPlanProblems(plan)
  expect(expected.length).toBeGreaterThan(8)
  for (let seed = 1; seed <= 50; seed++) {
    const random = seededRandom(seed)
    const { run, facts } = plan
    const mixed = withRun(plan, { groups: shuffled(run.groups, random) })
    const other = withFacts(mixed, { boards: shuffled(facts.boards, random), links: shuffled(facts.links, random) })
    expect(findPlanProblems(other), `seed ${seed}`).toEqual(expected)
  }
})

test('[G2] the worst stands first, then what comes first in the run sheet', () => {
  const plan = aBadPlan()
  const problems = findPlanProblems(plan)
  const ranks = problems.map(({ severity }) => PLAN_SEVERITIES.indexOf(severity))
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  const warnings = problems.filter(({ severity }) => severity === 'warns')
  const places = warnings.map(({ stepId }) => plan.run.steps.findIndex(({ id }) => id === stepId))
  expect(new Set(places).size).toBeGreaterThan(2)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(problems.every(({ code, severity }) => PLAN_FAULTS[code] === severity)).toBe(true)
})

test('[G3] no run state that can be read makes it throw', () => {
  let found = 0
  for (let seed = 1; seed <= 300; seed++) {
    const random = seededRandom(seed)
    const run = parseRunState(rubbish(random))
    const boards = run.groups.slice(random.below(2)).map(({ id }) => ({
      groupId: id,
      isReadable: random.below(3) > 0,
      canvases: [{ templateId: random.pick(['harvest', 'constructor', '']), title: '', targetGroupId: null }],
      items: 0,
      recommendations: 0,
    }))
    const facts = { seatsPerGroup: {}, seatsWithoutGroup: 3, listedPerGroup: {}, moderators: 0, links: [], boards }
    found += findPlanProblems({ run, facts }).length
  }
  expect(found).toBeGreaterThan(1_000)
})

/** Stored parts of a run state in which anything may stand in any place. */
function rubbish(random: SeededRandom): Record<string, unknown> {
  const id = (letter: string): string => letter.padEnd(22, 'x')
  const any = (): unknown =>
    random.pick<unknown>([null, '', 'all', 'groups', 'common', 'items', 'vote', 'columns', 'soft', -5, 7, true, [], {}])
  const entry = (): unknown => {
    const names = [
      'title',
      'instruction',
      'minutes',
      'where',
      'screen',
      'isHidden',
      'ending',
      'kind',
      'maxSeats',
      'name',
    ]
    const vote = { kind: any(), subject: random.pick(['notes', 'options', any()]), where: any(), fieldId: any() }
    return random.pick<unknown>([
      any(),
      {
        ...Object.fromEntries(names.map((name) => [name, any()])),
        writableRoots: [any(), 'items', any()],
        parts: [any(), { minutes: any() }],
        vote: random.pick([null, vote]),
      },
    ])
  }
  const ids = ['a', 'b', 'c', 'd'].map(id)
  return {
    workshop: { startsAt: any(), endsAt: any() },
    'steps.order': ids,
    'groups.order': [...ids, ids[0]],
    ...Object.fromEntries(ids.flatMap((one) => [`steps/${one}`, `groups/${one}`]).map((key) => [key, entry()])),
  }
}
