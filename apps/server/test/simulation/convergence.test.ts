import { availableParallelism } from 'node:os'
import { beforeAll, describe, expect, it } from 'vitest'
import { runShard, type SeedResult } from './runShard.ts'
import { simulate, type SimulationOptions, type SimulationReport } from './Simulation.ts'

/** More with `SIM_SEEDS=10000`, others with `SIM_FIRST=20001`, longer runs with `SIM_OPERATIONS=1000`. */
const COUNT = Number(process.env['SIM_SEEDS'] ?? 300)
const FIRST = Number(process.env['SIM_FIRST'] ?? 1)
/** Seeds that once failed. */
const PINNED: readonly number[] = []
const SEEDS = [...PINNED, ...Array.from({ length: COUNT }, (_, index) => FIRST + index)]
const SHARDS = Math.min(2, availableParallelism())

describe('five tabs of four people, 200 edits, a network that cuts, a disk that fails, a server that is killed', () => {
  const results = new Map<number, SeedResult>()
  let reports: readonly SimulationReport[] = []

  beforeAll(
    async () => {
      const shards = Array.from({ length: SHARDS }, (_, shard) => SEEDS.filter((_seed, at) => at % SHARDS === shard))
      for (const result of (await Promise.all(shards.map(runShard))).flat()) {
        results.set('report' in result ? result.report.seed : result.seed, result)
      }
      reports = Array.from(results.values()).flatMap((result) => ('report' in result ? [result.report] : []))
    },
    60_000 + COUNT * 1_000,
  )

  it.each(SEEDS)('[S1] [K2] [F8] everybody has the same board, nothing is lost or doubled (seed %i)', (seed) => {
    const result = results.get(seed)
    expect(result && 'failure' in result ? result.failure : null, `node runSeeds.ts ${seed}`).toBeNull()
    expect(result, 'the seed was run').toBeDefined()
  })

  it('did in every run what it is there for', () => {
    expect(reports).toHaveLength(new Set(SEEDS).size)
    for (const report of reports) {
      expect(report.operations, `seed ${report.seed}`).toBeGreaterThanOrEqual(200)
      expect(report.kinds, `seed ${report.seed}`).toBeGreaterThan(20)
      expect(report.textsOnBoard, `seed ${report.seed}`).toBeGreaterThan(50)
      expect(report.acknowledgements, `seed ${report.seed}`).toBeGreaterThan(100)
    }
    const mean = (of: (report: SimulationReport) => number): number =>
      reports.reduce((sum, report) => sum + of(report), 0) / reports.length
    expect(mean((report) => report.cuts)).toBeGreaterThan(10)
    expect(mean((report) => report.kills)).toBeGreaterThan(2)
    expect(mean((report) => report.serverEdits)).toBeGreaterThan(0.5)
    expect(mean((report) => report.reloads)).toBeGreaterThan(2)
    expect(mean((report) => report.refusals)).toBeGreaterThan(5)
    expect(mean((report) => report.trayTexts)).toBeGreaterThan(1)
    expect(mean((report) => report.diskFailures)).toBeGreaterThan(2)
  })
})

describe('the simulation itself', () => {
  it('does the same for the same seed', async () => {
    const [first, again, other] = [await simulate(11), await simulate(11), await simulate(12)]
    expect(again).toEqual(first)
    expect(other.traceHash).not.toBe(first.traceHash)
  })

  it('notices a disk that confirms what it has not written', async () => {
    const outcomes = await outcomesOf({ isDiskLying: true })
    expect(outcomes.filter((outcome) => /acknowledged edits|is missing/.test(outcome)).length).toBeGreaterThan(5)
  })

  it('notices a client that throws refused texts away', async () => {
    const outcomes = await outcomesOf({ areTraysLost: true })
    expect(outcomes.filter((outcome) => outcome.includes('nor in the tray')).length).toBeGreaterThan(3)
  })
})

/** How ten seeds end: 'fine' or the first line of the failure. */
async function outcomesOf(options: SimulationOptions): Promise<readonly string[]> {
  const outcomes: string[] = []
  for (let seed = 1; seed <= 10; seed += 1) {
    await simulate(seed, options).then(
      () => outcomes.push('fine'),
      (error: Error) => outcomes.push(error.message.split('\n', 1)[0] as string),
    )
  }
  return outcomes
}
