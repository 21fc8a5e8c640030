import { writeFile } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Measurement } from './Measurement.ts'

const RESULT_FILE = join(import.meta.dirname, '../../../../bench-results.json')

/** Writes `bench-results.json` at the repository's top, in the fixed format that outside tools read. */
export async function writeReport(
  measurements: readonly Measurement[],
  { command, loadBefore }: { command: string; loadBefore: number },
): Promise<void> {
  const [cpu] = cpus()
  const machine = {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: `${process.platform} ${release()}`,
    node: process.version,
    loadBefore,
  }
  const results = measurements.map(({ id, measure, unit, figures, ratio, goal, met, voided }) => {
    const { ours = null, ...peers } = figures
    return { id, measure, unit, ours, peers, ratio, goal, met, voided, command, machine }
  })
  await writeFile(RESULT_FILE, `${JSON.stringify(results, null, 2)}\n`)
}
