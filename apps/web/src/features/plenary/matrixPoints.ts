import {
  placeInMatrix,
  type PlenaryRecommendation,
  type Rating,
  type RecommendationFigures,
} from '@tafelrunde/schema/plain'

/** The steps of the scale, in ascending order. */
export const RATINGS: readonly Rating[] = [1, 2, 3, 4, 5]

/** Effort and impact. */
export interface Spot {
  readonly effort: Rating
  readonly impact: Rating
}

/** A recommendation under the number that it has in the plenary's list; `spot` null: not placed yet. */
export interface MatrixPoint {
  readonly number: number
  readonly entry: PlenaryRecommendation
  readonly spot: Spot | null
  readonly isEstimated: boolean
}

/** All recommendations with their place in the matrix. */
export function matrixPoints(
  recommendations: readonly PlenaryRecommendation[],
  figures: ReadonlyMap<string, RecommendationFigures>,
): readonly MatrixPoint[] {
  return recommendations.map((entry, index) => {
    const place = placeInMatrix(entry, figures.get(entry.key))
    const spot = place && { effort: place.effort, impact: place.impact }
    return { number: index + 1, entry, spot, isEstimated: place?.isEstimated ?? false }
  })
}

/** One step from a spot, not beyond the edge; a point that has no spot yet begins in the middle. */
export function stepFrom(spot: Spot | null, key: string): Spot | null {
  const { effort, impact } = spot ?? { effort: 3, impact: 3 }
  switch (key) {
    case 'ArrowRight':
      return { effort: bounded(effort + 1), impact }
    case 'ArrowLeft':
      return { effort: bounded(effort - 1), impact }
    case 'ArrowUp':
      return { effort, impact: bounded(impact + 1) }
    case 'ArrowDown':
      return { effort, impact: bounded(impact - 1) }
    default:
      return null
  }
}

function bounded(value: number): Rating {
  return Math.min(5, Math.max(1, value)) as Rating
}
