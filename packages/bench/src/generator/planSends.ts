import type { Phase } from './Job.ts'

/** One edit of the schedule. */
export interface PlannedSend {
  readonly writer: number
  readonly phase: number
  /** Milliseconds after the start. */
  readonly atMs: number
}

/**
 * The open-loop schedule of a run: each writer edits evenly at the phase's rate, beginning at a random point of its
 * first interval. Nobody waits for an answer.
 */
export function planSends(phases: readonly Phase[], writers: number, random: () => number): readonly PlannedSend[] {
  const sends: PlannedSend[] = []
  let phaseStart = 0
  for (const [phase, { editsPerClientPerSecond, seconds }] of phases.entries()) {
    const intervalMs = 1000 / editsPerClientPerSecond
    for (let writer = 0; writer < writers; writer++) {
      const first = random() * Math.min(intervalMs, seconds * 1000)
      for (let at = first; at < seconds * 1000; at += intervalMs) sends.push({ writer, phase, atMs: phaseStart + at })
    }
    phaseStart += seconds * 1000
  }
  return sends.sort((one, other) => one.atMs - other.atMs)
}

/** A small seeded generator (mulberry32), so that a run can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
