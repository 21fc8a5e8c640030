import type { Features } from './featuresOf.ts'

/** What each feature counts, and the score from which on two notes are offered; settled by measure/tune.ts. */
export const WEIGHTS: Readonly<Record<keyof Features | 'constant', number>> = {
  constant: 0.7,
  leastFound: 0.9,
  mostFound: 0.6,
  bothOwn: -3.7,
  ownShare: -0.3,
  negation: -4,
  opposite: -3,
  swapped: -2.7,
  otherKind: -2.9,
}

/** Score from which on two notes are offered. */
export const SHOWN_FROM = 0.6
