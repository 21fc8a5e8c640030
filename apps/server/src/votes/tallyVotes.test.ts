import type { Ballot, VoteResults } from '@tafelrunde/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBallot } from './checkBallot.ts'
import { tallyVotes } from './tallyVotes.ts'
import type { CountedBallot } from './VoteStore.ts'

const OPTIONS = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
const RULES = { kind: 'points', votesPerSeat: 6, maxPerOption: 3, mayAbstain: true } as const
const DOTS = { kind: 'dots', weight: 'seat' } as const

const votesFor = (votes: Readonly<Record<string, number>>): Ballot => ({
  allocations: Object.entries(votes).map(([optionId, given]) => ({ optionId, votes: given })),
})
const counted = (body: Ballot, house: string | null = null): CountedBallot => ({ house, body })
const weightsOf = ({ options }: VoteResults) => options.map(({ optionId, weight }) => [optionId, weight])

describe('votes', () => {
  test('options come best first; equal ones share a rank and stay in their order', () => {
    const ballots = [votesFor({ b: 2 }), votesFor({ c: 1, d: 1 }), votesFor({ d: 1, b: 1 })]
    const { options } = tallyVotes(
      DOTS,
      OPTIONS,
      ballots.map((body) => counted(body)),
    )
    expect(options.map(({ optionId, rank, votes, voters }) => [optionId, rank, votes, voters])).toEqual([
      ['b', 1, 3, 2],
      ['d', 2, 2, 2],
      ['c', 3, 1, 1],
      ['a', 4, 0, 0],
    ])
    const tied = tallyVotes(DOTS, OPTIONS, [counted(votesFor({ c: 1, b: 1 }))])
    expect(tied.options.map(({ optionId, rank }) => [optionId, rank])).toEqual([
      ['b', 1],
      ['c', 1],
      ['a', 3],
      ['d', 3],
    ])
  })

  test('the seats of an organisation weigh as much together as one; abstaining gives nothing away', () => {
    const ballots = [
      counted(votesFor({ a: 1 }), 'bmi'),
      counted(votesFor({ a: 1 }), 'bmi'),
      counted(votesFor({ b: 1 }), 'bmi'),
      counted({ isAbstention: true }, 'hessen'),
      counted(votesFor({ b: 1 }), 'hessen'),
      counted(votesFor({ c: 1 })),
      counted(votesFor({ c: 1 })),
    ]
    const results = tallyVotes({ kind: 'dots', weight: 'organisation' }, OPTIONS, ballots)
    expect(weightsOf(results)).toEqual([
      ['c', 2],
      ['b', 1.333333],
      ['a', 0.666667],
      ['d', 0],
    ])
    expect(results.abstentions).toBe(1)
  })

  test('three thirds are a whole: no option wins by what fractions lose', () => {
    const ballots = ['x', 'y', 'z'].flatMap((house) => [
      counted(votesFor({ a: 1 }), house),
      counted(votesFor({ a: 1 }), house),
      counted(votesFor({ a: 1 }), house),
    ])
    const others = [1, 2, 3].map(() => counted(votesFor({ b: 1 })))
    const { options } = tallyVotes({ kind: 'dots', weight: 'organisation' }, OPTIONS, [...ballots, ...others])
    expect(options.slice(0, 2).map(({ weight, rank }) => [weight, rank])).toEqual([
      [3, 1],
      [3, 1],
    ])
  })
})

describe('estimates', () => {
  const estimate = (optionId: string, effort: number | null, impact: number | null = null) => ({
    optionId,
    effort,
    impact,
    confidence: null,
  })
  const tally = (ballots: readonly CountedBallot[], weight: 'seat' | 'organisation' = 'seat') =>
    tallyVotes({ kind: 'estimate', weight }, OPTIONS, ballots).options

  test('median, spread and count; what nobody has estimated comes last', () => {
    const ballots = [1, 2, 4, 5].map((effort) => counted({ estimates: [estimate('c', effort, 4)] }))
    const [first, second] = tally(ballots)
    expect(first).toMatchObject({ optionId: 'c', rank: 1, voters: 4 })
    expect(first!.effort).toEqual({ count: 4, median: 3, min: 1, max: 5, spread: 4, counts: [1, 1, 0, 1, 1] })
    expect(first!.impact).toMatchObject({ median: 4, spread: 0 })
    expect(first!.confidence).toEqual({ count: 0, median: null, min: null, max: null, spread: null, counts: [0, 0, 0] })
    expect(second).toMatchObject({ rank: 2, voters: 0, effort: { median: null } })
  })

  test('much impact first, then little effort', () => {
    const body: Ballot = { estimates: [estimate('a', 2, 3), estimate('b', 4, 5), estimate('c', 1, 5)] }
    expect(tally([counted(body)]).map(({ optionId }) => optionId)).toEqual(['c', 'b', 'a', 'd'])
  })

  test('by organisation the median is that of the organisations that have answered', () => {
    const ballots = [
      ...[1, 1, 1].map((effort) => counted({ estimates: [estimate('a', effort)] }, 'bmi')),
      counted({ estimates: [estimate('a', 5)] }, 'hessen'),
      counted({ estimates: [estimate('a', 4)] }),
      counted({ estimates: [estimate('a', null)] }, 'hessen'),
    ]
    const of = (weight: 'seat' | 'organisation') =>
      tally(ballots, weight).find(({ optionId }) => optionId === 'a')!.effort!.median
    expect([of('seat'), of('organisation')]).toEqual([1, 4])
  })
})

/** Seats that give, change and take back; what they send arrives in any order, twice, and from two tabs. */
const allocation = fc
  .record({ a: fc.nat(3), b: fc.nat(3), c: fc.nat(3) })
  .map((votes) => votesFor(Object.fromEntries(Object.entries(votes).filter(([, given]) => given > 0))))
  .filter((body) => {
    const given = 'allocations' in body ? body.allocations.reduce((sum, { votes }) => sum + votes, 0) : 0
    return given <= RULES.votesPerSeat
  })
const body = fc.oneof({ weight: 5, arbitrary: allocation }, fc.constant<Ballot>({ isAbstention: true }))
const house = fc.constantFrom('bmi', 'hessen', 'nrw', null)
const ballots = fc.array(fc.record({ house, body }), { maxLength: 40 })
const plan = fc.record({ kind: fc.constant('points' as const), weight: fc.constantFrom('seat', 'organisation') })

describe('properties', () => {
  test('every ballot that is accepted stays within its budget, and all votes given are counted, no more', () => {
    fc.assert(
      fc.property(plan, ballots, (rules, all) => {
        for (const each of all) checkBallot(RULES, OPTIONS, each.body)
        const { options, abstentions } = tallyVotes(rules, OPTIONS, all)
        const given = all.flatMap((each) => ('allocations' in each.body ? each.body.allocations : []))
        const sum = options.reduce((votes, option) => votes + option.votes, 0)
        expect(sum).toBe(given.reduce((votes, each) => votes + each.votes, 0))
        expect(sum).toBeLessThanOrEqual(RULES.votesPerSeat * (all.length - abstentions))
        expect(options.reduce((voters, option) => voters + option.voters, 0)).toBe(given.length)
      }),
    )
  })

  test('by organisation, the weights add up to the mean of each organisation', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const { options } = tallyVotes({ kind: 'points', weight: 'organisation' }, OPTIONS, all)
        const voting = all.filter((each) => 'allocations' in each.body)
        const houses = Map.groupBy(voting, (each) => each.house ?? each)
        const means = [...houses.values()].map((same) => totalOf(same) / same.length)
        const expected = means.reduce((sum, mean) => sum + mean, 0)
        const weight = options.reduce((sum, option) => sum + option.weight, 0)
        expect(weight).toBeCloseTo(expected, 4)
        expect(weight).toBeLessThanOrEqual(RULES.votesPerSeat * houses.size + 1e-4)
      }),
    )
  })

  test('the order of the ballots and the names of the houses do not matter', () => {
    const scenario = ballots.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(plan, scenario, (rules, [all, shuffled]) => {
        const renamed = shuffled.map((each) => ({ ...each, house: each.house && `~${each.house}` }))
        expect(tallyVotes(rules, OPTIONS, renamed)).toEqual(tallyVotes(rules, OPTIONS, all))
      }),
    )
  })

  test('abstaining changes no figure of anybody else', () => {
    fc.assert(
      fc.property(plan, ballots, house, (rules, all, of) => {
        const more = tallyVotes(rules, OPTIONS, [...all, { house: of, body: { isAbstention: true } }])
        const before = tallyVotes(rules, OPTIONS, all)
        expect(more.options).toEqual(before.options)
        expect(more.abstentions).toBe(before.abstentions + 1)
      }),
    )
  })
})

function totalOf(all: readonly CountedBallot[]): number {
  return all
    .flatMap((each) => ('allocations' in each.body ? each.body.allocations : []))
    .reduce((sum, { votes }) => sum + votes, 0)
}
