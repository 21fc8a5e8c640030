import type { VoteResponse } from '@tafelrunde/protocol'
import { expect, test } from 'vitest'
import { figuresOf } from './figuresOf.ts'

type OptionResult = NonNullable<VoteResponse['results']>['options'][number]

const summary = (median: number | null) => ({ count: 3, median, min: 1, max: 4, spread: 3, counts: [] })

function aRound(closedAt: number, results: readonly Partial<OptionResult>[] | null): VoteResponse {
  const option = (patch: Partial<OptionResult>, index: number): OptionResult => ({
    optionId: `o${index}`,
    rank: 1,
    votes: 0,
    weight: 0,
    voters: 0,
    effort: null,
    impact: null,
    confidence: null,
    ...patch,
  })
  return {
    roundId: 'r',
    closedAt,
    options: ['k0', 'k1', null].map((key, index) => ({ id: `o${index}`, key, groupId: null, label: '' })),
    mayVote: false,
    hasVoted: false,
    ownBallot: null,
    turnout: null,
    results: results && { abstentions: 0, options: results.map(option) },
    proxies: null,
  }
}

test('of several rounds the latest counts, points and estimates each for themselves', () => {
  const figures = figuresOf([
    aRound(3, [{ weight: 5 }, { weight: 1.5 }, { weight: 9 }]),
    aRound(1, [{ weight: 99 }, { weight: 99 }]),
    aRound(2, [{ effort: summary(2), impact: summary(null) }]),
    aRound(4, null),
  ])
  expect([...figures.keys()]).toEqual(['k0', 'k1'])
  expect(figures.get('k0')).toEqual({
    points: 5,
    effort: { median: 2, spread: 3, count: 3 },
    impact: null,
    confidence: null,
  })
  expect(figures.get('k1')?.points).toBe(1.5)
})
