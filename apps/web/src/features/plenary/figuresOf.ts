import type { EstimateSummary, VoteResponse } from '@tafelrunde/protocol'
import type { Estimate, RecommendationFigures } from '@tafelrunde/schema/plain'

const NONE: RecommendationFigures = { points: null, effort: null, impact: null, confidence: null }

/** What closed rounds about recommendations say, by recommendation key; of each kind of figure the latest round counts. */
export function figuresOf(rounds: readonly VoteResponse[]): ReadonlyMap<string, RecommendationFigures> {
  const figures = new Map<string, RecommendationFigures>()
  for (const { options, results } of rounds.toSorted((a, b) => (a.closedAt ?? 0) - (b.closedAt ?? 0))) {
    if (!results) continue
    const keys = new Map(options.map(({ id, key }) => [id, key]))
    const isEstimate = results.options.some(({ effort, impact }) => effort !== null || impact !== null)
    for (const option of results.options) {
      const key = keys.get(option.optionId)
      if (!key) continue
      const said = isEstimate
        ? {
            effort: estimateOf(option.effort),
            impact: estimateOf(option.impact),
            confidence: estimateOf(option.confidence),
          }
        : { points: option.weight }
      figures.set(key, { ...(figures.get(key) ?? NONE), ...said })
    }
  }
  return figures
}

function estimateOf(summary: EstimateSummary | null): Estimate | null {
  if (!summary || summary.median === null) return null
  return { median: summary.median, spread: summary.spread ?? 0, count: summary.count }
}
