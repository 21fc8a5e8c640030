import {
  projectPlenary,
  SCREEN_LAYOUTS,
  type GroupId,
  type RunState,
  type ScreenLayout,
  type Spotlight,
  type VotePlan,
  type VoteRound,
  type VoteRoundId,
} from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { aBoard, aGroup, aRun, aStep } from '../testing/aPlenary.ts'
import { deckOf, type SlideDeck } from './deckOf.ts'

const groups = [aGroup('p', 'common'), aGroup('a'), aGroup('b'), aGroup('c')]
const view = projectPlenary({
  run: { groups, targetGroups: [], talks: [] },
  boards: [
    aBoard('p', { goals: ['Im Plenum gesagt'] }),
    aBoard('a', { barriers: ['PIN unbekannt', 'Zu viele Klicks'], needs: ['Ruhe'] }, [
      { title: 'Briefe vereinfachen', lead: 'Land A', effort: 2, impact: 5 },
      { title: 'Plakate' },
    ]),
    aBoard('b', { barriers: ['Keine PIN'] }, [{ title: 'Sprechstunden', effort: 2, impact: 5 }]),
    aBoard('c', {}),
  ],
  decisions: null,
})

const directed = (stage: Partial<RunState['stage']>, traits: Partial<RunState> = {}): RunState =>
  aRun({ groups, ...traits, stage: { layout: null, spotlight: null, frozenAt: null, page: null, ...stage } })
const slidesIn = (run: RunState, from = view): SlideDeck => deckOf(run, from) as SlideDeck
const keysIn = (deck: SlideDeck): string[] =>
  deck.slides.flatMap(({ sections }) => sections.flatMap(({ cards }) => cards.map(({ key }) => key)))
const lit = (spotlight: Partial<Spotlight>): RunState =>
  directed({ spotlight: { groupId: 'a' as GroupId, canvasId: null, fieldId: null, ...spotlight } })

describe('what the screen shows', () => {
  it('is what the step says, until the moderators choose something else', () => {
    const steps = [aStep('one', { screen: 'recommendations' })]
    expect(keysIn(slidesIn(directed({}, { steps })))).toEqual(view.recommendations.map(({ key }) => key))
    expect(deckOf(directed({ layout: 'instruction' }, { steps }), view).type).toBe('instruction')
    expect(deckOf(aRun({ steps: [] }), view).type).toBe('instruction')
  })

  it('is something for every layout that there is', () => {
    for (const layout of SCREEN_LAYOUTS) {
      const deck = deckOf(directed({ layout }), view)
      const expected: ScreenLayout[] = ['instruction', 'vote']
      expect(deck.type, layout).toBe(expected.includes(layout) ? 'instruction' : 'slides')
      if (deck.type === 'slides') expect(deck.slides.length, layout).toBeGreaterThan(0)
    }
  })

  it('is the instruction before the boards are known', () => {
    expect(deckOf(directed({ layout: 'fields' }), null)).toEqual({ type: 'instruction' })
  })

  it('of the common board is its notes only', () => {
    expect(keysIn(slidesIn(directed({ layout: 'board' })))).toEqual(['p/p-goals-0'])
  })
})

describe('ranking and coverage', () => {
  it('ranks what was judged before what was not', () => {
    const { slides } = slidesIn(directed({ layout: 'ranking' }))
    const cards = slides.flatMap(({ sections }) => sections.flatMap((section) => section.cards))
    const ranks = cards.map((card) =>
      card.kind === 'recommendation' ? [card.entry.recommendation.title, card.number] : [],
    )
    expect(ranks).toEqual([
      ['Briefe vereinfachen', 1],
      ['Sprechstunden', 1],
      ['Plakate', 3],
    ])
  })

  it('shows barriers without a recommendation, then recommendations without a lead', () => {
    const { slides } = slidesIn(directed({ layout: 'coverage' }))
    expect(slides.map(({ subject, entries }) => [subject.type, entries])).toEqual([
      ['unanswered', 3],
      ['withoutLead', 2],
    ])
    expect(slides[0]?.subject).toMatchObject({ field: { id: 'barriers', attribute: 'cause' } })
  })
})

describe('one column per group', () => {
  it('gives every group its column in every field, also when it has written nothing there', () => {
    const { slides, columns, packing } = slidesIn(directed({ layout: 'columns' }))
    expect({ columns, packing }).toEqual({ columns: 3, packing: 'columns' })
    expect(slides.map(({ sections }) => sections.map(({ group, count }) => [group?.id, count]))).toEqual([
      [
        ['a', 1],
        ['b', 0],
        ['c', 0],
      ],
      [
        ['a', 2],
        ['b', 1],
        ['c', 0],
      ],
    ])
  })

  it('shares six groups out as three and three, not as four and two', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => aGroup(id))
    const many = projectPlenary({
      run: { groups: six, targetGroups: [], talks: [] },
      boards: six.map(({ id }) => aBoard(id, { goals: ['Ziel'] })),
      decisions: null,
    })
    const deck = slidesIn(directed({ layout: 'columns' }), many)
    expect(deck.columns).toBe(3)
    expect(deck.slides.map(({ sections }) => sections.length)).toEqual([3, 3])
  })

  it('shows in the column of a group also what the plenary folded into the words of another one', () => {
    const entries = view.entries.map((entry) =>
      entry.key === 'a/a-barriers-0' ? { ...entry, foldedInto: 'b/b-barriers-0' } : entry,
    )
    const folded = { ...view, entries }
    expect(keysIn(slidesIn(directed({ layout: 'columns' }), folded))).toContain('a/a-barriers-0')
    expect(keysIn(slidesIn(lit({}), folded))).toContain('a/a-barriers-0')
  })
})

describe('the spotlight', () => {
  it('shows one field of one group, huge, whatever the layout is', () => {
    const deck = slidesIn({ ...lit({ fieldId: 'barriers' }), steps: [aStep('one', { screen: 'vote' })] })
    expect(keysIn(deck)).toEqual(['a/a-barriers-0', 'a/a-barriers-1'])
    expect(deck).toMatchObject({ size: 'huge', columns: 1, group: { id: 'a' } })
  })

  it('shows a whole canvas with its head, field by field, and what follows from it', () => {
    const { slides } = slidesIn(lit({ canvasId: 'a-canvas' as Spotlight['canvasId'] }))
    expect(slides.map(({ subject }) => subject.type)).toEqual(['targets', 'field', 'field', 'recommendations'])
  })

  it('on an empty board says whose board it is', () => {
    const deck = slidesIn(lit({ groupId: 'c' as GroupId, fieldId: 'barriers' }))
    expect(deck).toMatchObject({ slides: [], group: { name: 'c' } })
  })
})

describe('recommendations on the screen', () => {
  it('stand in the matrix only with both estimates, and the head counts the others', () => {
    const [slide] = slidesIn(directed({ layout: 'matrix' })).slides
    expect(slide!.sections[0]!.cards).toMatchObject([
      { kind: 'point', effort: 2, impact: 5 },
      { kind: 'point', effort: 2, impact: 5 },
    ])
    expect(slide!.subject).toEqual({ type: 'matrix', open: 1 })
  })

  it('are commitments once somebody takes the lead, there is a first step or a date; numbers stay those of the list', () => {
    const [slide] = slidesIn(directed({ layout: 'commitments' })).slides
    expect(slide!.sections[0]!.cards).toMatchObject([{ kind: 'commitment', number: 1 }])
    expect(slide!.subject).toEqual({ type: 'commitments', open: 2 })
  })
})

describe('a vote on the screen', () => {
  const plan = { kind: 'dots', question: 'Was zuerst?', votesPerSeat: 5, maxPerOption: 1 } as unknown as VotePlan
  const round = (number: number, traits: Partial<VoteRound> = {}): VoteRound => ({
    id: `r${number}` as VoteRoundId,
    stepId: null,
    number,
    plan,
    openedAt: number,
    closedAt: null,
    ...traits,
  })
  const steps = [aStep('one', { screen: 'vote', vote: plan }), aStep('two', { screen: 'vote' })]
  const ofStep = { stepId: steps[0]!.id }

  it('is that of the step before it opens, and its newest round afterwards', () => {
    expect(deckOf(directed({}, { steps }), view)).toMatchObject({ vote: { plan, round: null } })
    const rounds = [round(1, { ...ofStep, closedAt: 9 }), round(2, ofStep), round(3, { closedAt: 9 })]
    expect(deckOf(directed({}, { steps, rounds }), view)).toMatchObject({ vote: { round: { number: 2 } } })
  })

  it('in another step is the one that is open, else the last one', () => {
    const second = { steps: [steps[1]!, steps[0]!] }
    const rounds = [round(1), round(2, { ...ofStep, closedAt: 9 })]
    expect(deckOf(directed({}, { ...second, rounds }), view)).toMatchObject({ vote: { round: { number: 1 } } })
    const closed = rounds.map((one) => ({ ...one, closedAt: 9 }))
    expect(deckOf(directed({}, { ...second, rounds: closed }), view)).toMatchObject({ vote: { round: { number: 2 } } })
  })
})
