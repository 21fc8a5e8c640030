import type { Distribution } from './Job.ts'

/** Nearest-rank percentiles; all NaN for an empty list. */
export function distributionOf(latenciesMs: readonly number[]): Distribution {
  const sorted = Float64Array.from(latenciesMs).sort()
  const rank = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return { count: sorted.length, p50: rank(0.5), p95: rank(0.95), p99: rank(0.99) }
}
