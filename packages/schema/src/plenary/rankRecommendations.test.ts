import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aWorkshop } from '../testing/aWorkshop.ts'
import { projectPlenary } from './projectPlenary.ts'
import type { PlenaryRecommendation } from './PlenaryView.ts'
import { placeInMatrix, rankRecommendations, type RecommendationFigures } from './rankRecommendations.ts'

const [pattern] = projectPlenary(aWorkshop({ seed: 4, groups: 6, items: 20 })).recommendations as [
  PlenaryRecommendation,
]

function named(
  key: string,
  {
    priority = null,
    effort = null,
    impact = null,
  }: Partial<Record<'priority' | 'effort' | 'impact', 1 | 3 | 5 | null>> = {},
): PlenaryRecommendation {
  return { ...pattern, key, priority, recommendation: { ...pattern.recommendation, effort, impact } }
}

const figuresOf = (figures: Partial<RecommendationFigures>): RecommendationFigures => ({
  points: null,
  effort: null,
  impact: null,
  confidence: null,
  ...figures,
})

describe('[P13] the ranking', () => {
  test('priority before points before gain; what nobody judged comes last, in the order of the plenary', () => {
    const list = [
      named('none'),
      named('gain', { effort: 1, impact: 5 }),
      named('poor', { effort: 5, impact: 1 }),
      named('few'),
      named('many'),
      named('second', { priority: 3 }),
      named('first', { priority: 1 }),
      named('nothing'),
    ]
    const figures = new Map([
      ['few', figuresOf({ points: 2 })],
      ['many', figuresOf({ points: 7.5 })],
    ])
    const ranked = rankRecommendations(list, figures)
    expect(ranked.map(({ entry }) => entry.key)).toEqual([
      'first',
      'second',
      'many',
      'few',
      'gain',
      'poor',
      'none',
      'nothing',
    ])
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 7])
  })

  test('what was agreed counts before what was estimated', () => {
    const estimate = { median: 3, spread: 2, count: 4 }
    const figures = new Map([
      ['estimated', figuresOf({ effort: estimate, impact: estimate })],
      ['agreed', figuresOf({ effort: estimate, impact: estimate })],
    ])
    const list = [named('estimated'), named('agreed', { effort: 1, impact: 5 })]
    expect(rankRecommendations(list, figures).map(({ entry }) => entry.key)).toEqual(['agreed', 'estimated'])
  })

  test('none is lost or doubled, and it does not matter in which order equal ones came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 9 }), (seed, points) => {
        const { recommendations } = projectPlenary(aWorkshop({ seed, groups: 5, items: 40 }))
        const figures = new Map(
          recommendations.map(({ key }, index) => [key, figuresOf({ points: index % 3 === 0 ? points : null })]),
        )
        const ranked = rankRecommendations(recommendations, figures)
        expect(ranked.map(({ entry }) => entry.key).toSorted()).toEqual(
          recommendations.map(({ key }) => key).toSorted(),
        )
        const again = new Map(
          rankRecommendations(recommendations.toReversed(), figures).map(({ entry, rank }) => [entry.key, rank]),
        )
        for (const { entry, rank } of ranked) expect(again.get(entry.key)).toBe(rank)
      }),
      { numRuns: 50 },
    )
  })
})

test('[P13] the matrix shows what was agreed, else the middle of the estimates, else nothing', () => {
  const estimate = (median: number) => ({ median, spread: 1, count: 3 })
  const figures = figuresOf({ effort: estimate(2.5), impact: estimate(4) })
  expect(placeInMatrix(named('a', { effort: 1, impact: 5 }), figures)).toMatchObject({
    effort: 1,
    impact: 5,
    isEstimated: false,
  })
  expect(placeInMatrix(named('a', { effort: 1 }), figures)).toMatchObject({ effort: 1, impact: 4, isEstimated: true })
  expect(placeInMatrix(named('a'), figures)).toMatchObject({ effort: 3, impact: 4, isEstimated: true })
  expect(placeInMatrix(named('a', { effort: 1 }))).toBeNull()
})
