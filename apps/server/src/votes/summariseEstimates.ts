import type { EstimateSummary } from '@tafelrunde/protocol'
import { ShareSum } from './ShareSum.ts'

/** Two sums of fractions that differ by less are the same; the smallest real difference is far above. */
const EPSILON = 1e-9

/** One answer on a scale from 1, and how many ballots share its weight. */
export interface WeightedAnswer {
  readonly value: number
  readonly sharers: number
}

/**
 * Median and spread of the answers on a scale `1..scale`. The median is that of the weights: half of them lie on each
 * side; where two values meet exactly in the middle it is their mean. Count, extremes and `counts` are of the answers.
 */
export function summariseEstimates(answers: readonly WeightedAnswer[], scale: number): EstimateSummary {
  const counts = Array.from({ length: scale }, () => 0)
  const weights = Array.from({ length: scale }, () => new ShareSum())
  for (const { value, sharers } of answers) {
    counts[value - 1] = (counts[value - 1] ?? 0) + 1
    weights[value - 1]?.add(1, sharers)
  }
  const named = counts.flatMap((count, at) => (count > 0 ? [at + 1] : []))
  const [min = null, max = null] = [named[0], named.at(-1)]
  const median = medianOf(named.map((value) => ({ value, weight: weights[value - 1]?.value ?? 0 })))
  const spread = min === null || max === null ? null : max - min
  return { count: answers.length, median, min, max, spread, counts }
}

function medianOf(values: readonly { readonly value: number; readonly weight: number }[]): number | null {
  const half = values.reduce((sum, { weight }) => sum + weight, 0) / 2
  let below = 0
  for (const [at, { value, weight }] of values.entries()) {
    below += weight
    if (below > half + EPSILON) return value
    if (below >= half - EPSILON) return (value + (values[at + 1]?.value ?? value)) / 2
  }
  return null
}
