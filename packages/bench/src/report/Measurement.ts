import type { ServerName } from '../servers/ServerUnderTest.ts'

/** One line of the result: a figure of ours beside the same figure of each peer, from the same run. */
export interface Measurement {
  /** Q1–Q12, as the goals are numbered. */
  readonly id: string
  readonly measure: string
  readonly unit: 'ms' | 'edits' | 'core'
  /** Medians over the rounds; null where a server gave no valid round. */
  readonly figures: Readonly<Partial<Record<ServerName, number | null>>>
  readonly goal: string
  /** Ours against H; null where there is none. */
  readonly ratio: number | null
  readonly met: boolean
  /** Rounds that do not count, and why. */
  readonly voided: readonly string[]
}

/** The middle value; the lower one of two. Null without values. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}

/** Ours divided by H; null unless both are there. */
export function ratioToH(figures: Measurement['figures']): number | null {
  const { ours, H } = figures
  return typeof ours === 'number' && typeof H === 'number' && H > 0 ? ours / H : null
}
