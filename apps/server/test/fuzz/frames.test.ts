import { beforeAll, describe, expect, it } from 'vitest'
import type { AttackCost } from './attackCost.ts'
import { MAX_FRAME_MS, type FuzzReport } from './fuzzFrames.ts'
import { MUTATIONS } from './mutate.ts'
import { runFuzzProcess } from './runFuzzProcess.ts'

/** More with `FUZZ_FRAMES=1000000`, others with `FUZZ_SEED=7`. */
const FRAMES = Number(process.env['FUZZ_FRAMES'] ?? 60_000)
const SEED = Number(process.env['FUZZ_SEED'] ?? 1)
/** What two collections of the same heap may differ by. */
const MAX_GROWTH_BYTES = 4 * 1024 * 1024

describe(`${FRAMES} hostile frames against the pre-scan and the front (seed ${SEED})`, () => {
  let report: FuzzReport

  beforeAll(
    async () => {
      report = (await runFuzzProcess(SEED, FRAMES)) as FuzzReport
    },
    60_000 + FRAMES * 2,
  )

  it('[G5] throw nothing that is no refusal, pass nothing on that is refused, and take a millisecond at most', () => {
    expect(report.problems).toEqual([])
    expect(report.frames).toBe(FRAMES)
    expect(report.slowestBytes < 10_000 ? report.slowestMs : 0).toBeLessThanOrEqual(MAX_FRAME_MS)
  })

  it('[G5] leave the memory as it was', () => {
    expect(report.heapAfter - report.heapBefore).toBeLessThan(MAX_GROWTH_BYTES)
  })

  it('were refused, taken, and of every kind', () => {
    expect(report.refused).toBeGreaterThan(FRAMES * 0.5)
    expect(report.forwarded).toBeGreaterThan(FRAMES * 0.02)
    const kinds = [...Object.keys(MUTATIONS), 'noise', 'noise in an update', 'whole frame cut', 'whole frame flipBits']
    expect(kinds.filter((kind) => (report.kinds[kind] ?? 0) < FRAMES / 100)).toEqual([])
  })
})

it('[G5] reads bombs in a fraction of the time and memory that Yjs takes', async () => {
  const costs = (await runFuzzProcess('attacks')) as readonly AttackCost[]
  expect(costs).toHaveLength(3)
  for (const { name, ms, yjsMs, heapBytes, yjsHeapBytes } of costs) {
    expect(ms, name).toBeLessThan(1)
    expect(ms, name).toBeLessThan(yjsMs / 5)
    // An error with its stack; nothing grows with what is claimed or sent.
    expect(heapBytes, name).toBeLessThan(64 * 1024)
    expect(heapBytes, name).toBeLessThan(yjsHeapBytes / 5)
  }
})
