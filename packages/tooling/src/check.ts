import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { budgetsGate } from './gates/budgetsGate.ts'
import { deadCodeGate } from './gates/deadCodeGate.ts'
import { formatGate } from './gates/formatGate.ts'
import type { Gate, GateResult } from './gates/Gate.ts'
import { layersGate } from './gates/layersGate.ts'
import { lintGate } from './gates/lintGate.ts'
import { rulesGate } from './gates/rulesGate.ts'
import { typesGate } from './gates/typesGate.ts'

// `pnpm check`: every gate over the work tree, one after the other, cheap ones first. `pnpm check lint types` runs
// those two. With --report=FILE the counts are written as JSON, for `npm test`.

const ROOT = join(import.meta.dirname, '../../..')
const GATES: readonly Gate[] = [formatGate, lintGate, layersGate, typesGate, deadCodeGate, budgetsGate, rulesGate]

const args = process.argv.slice(2)
const reportFile = args.find((arg) => arg.startsWith('--report='))?.slice('--report='.length)
const wanted = args.filter((arg) => !arg.startsWith('--'))
const tally = { passed: 0, failed: 0, skipped: 0 }

for (const gate of GATES) {
  if (wanted.length > 0 && !wanted.includes(gate.name)) continue
  const startedAt = performance.now()
  const { problems, notes = [] } = await runGuarded(gate)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  process.stdout.write(`${problems.length === 0 ? '✓' : '✗'} ${gate.name} (${seconds} s)\n`)
  for (const line of [...problems, ...notes]) process.stdout.write(`${line.replaceAll(/^/gm, '    ')}\n`)
  tally[problems.length === 0 ? 'passed' : 'failed'] += 1
}
if (reportFile) await writeFile(reportFile, JSON.stringify(tally))
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1

/** A gate that breaks has not passed. */
async function runGuarded(gate: Gate): Promise<GateResult> {
  try {
    return await gate.run(ROOT)
  } catch (error) {
    return { problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
}
