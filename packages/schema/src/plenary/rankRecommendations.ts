import type { Rating } from '../recommendation/Recommendation.ts'
import type { PlenaryRecommendation } from './PlenaryView.ts'

/** What many people estimated: middle value, largest minus smallest, and how many they were. */
export interface Estimate {
  readonly median: number
  readonly spread: number
  readonly count: number
}

/** What votes and estimates say about one recommendation; null where there was none. */
export interface RecommendationFigures {
  /** Points or dots of the last vote; weighted ones may be fractions. */
  readonly points: number | null
  readonly effort: Estimate | null
  readonly impact: Estimate | null
  readonly confidence: Estimate | null
}

/** A recommendation with its place in the ranking; equal ones share it. */
export interface RankedRecommendation {
  readonly rank: number
  readonly entry: PlenaryRecommendation
  readonly figures: RecommendationFigures
}

/** Where a recommendation stands in the matrix; `isEstimated`: nobody has agreed on it, the medians are shown. */
export interface MatrixPlace {
  readonly entry: PlenaryRecommendation
  readonly effort: Rating
  readonly impact: Rating
  readonly isEstimated: boolean
}

const NO_FIGURES: RecommendationFigures = { points: null, effort: null, impact: null, confidence: null }

/**
 * Recommendations from the first to the last: as the moderators have set priorities, then by points, then by how much
 * more they bring than they cost (agreed, else estimated); what nobody has judged comes last, in the plenary's order.
 */
export function rankRecommendations(
  recommendations: readonly PlenaryRecommendation[],
  figures: ReadonlyMap<string, RecommendationFigures> = new Map(),
): RankedRecommendation[] {
  const judged = recommendations.map((entry) => {
    const own = figures.get(entry.key) ?? NO_FIGURES
    return { entry, figures: own, weight: [-(entry.priority ?? Infinity), own.points ?? -Infinity, gainOf(entry, own)] }
  })
  const sorted = judged.toSorted((a, b) => compareWeights(b.weight, a.weight))
  let rank = 0
  return sorted.map(({ weight, entry, figures: own }, index) => {
    const former = sorted[index - 1]
    if (!former || compareWeights(former.weight, weight) !== 0) rank = index + 1
    return { rank, entry, figures: own }
  })
}

/** Effort and impact of a recommendation as whole steps of the scale; null while one of them is missing. */
export function placeInMatrix(entry: PlenaryRecommendation, figures?: RecommendationFigures): MatrixPlace | null {
  const { effort: agreedEffort, impact: agreedImpact } = entry.recommendation
  const effort = agreedEffort ?? stepOfScale(figures?.effort)
  const impact = agreedImpact ?? stepOfScale(figures?.impact)
  if (effort === null || impact === null) return null
  return { entry, effort, impact, isEstimated: agreedEffort === null || agreedImpact === null }
}

function gainOf({ recommendation }: PlenaryRecommendation, figures: RecommendationFigures): number {
  const effort = recommendation.effort ?? figures.effort?.median
  const impact = recommendation.impact ?? figures.impact?.median
  return effort === undefined || impact === undefined ? -Infinity : impact - effort
}

function compareWeights(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] as number
    if (value !== other) return value < other ? -1 : 1
  }
  return 0
}

function stepOfScale(estimate: Estimate | null | undefined): Rating | null {
  return estimate ? (Math.min(5, Math.max(1, Math.round(estimate.median))) as Rating) : null
}
