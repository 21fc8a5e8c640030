import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadScenarios } from './report/loadScenarios.ts'
import { printReport } from './report/printReport.ts'
import { isHolding, type Result } from './report/Result.ts'
import { runScenario } from './report/runScenario.ts'

// `pnpm reliability` runs everything and writes docs/reliability.md; `pnpm reliability F5 --size=full` renews one line,
// `--page` writes the page again from the last results.

const ROOT = join(import.meta.dirname, '../../..')
const PAGE = join(ROOT, 'docs/reliability.md')
/** Raw results of the last run of each scenario, beside those of the benchmarks; not committed. */
const RESULTS = join(ROOT, 'reliability-results.json')

const args = process.argv.slice(2)
const wanted = args.filter((arg) => !arg.startsWith('--'))
const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length)
const size = args.includes('--size=full') ? 'full' : 'small'

const scenarios = await loadScenarios()
const isPageOnly = args.includes('--page')
const chosen = scenarios.filter(({ id }) => !isPageOnly && (wanted.length === 0 || wanted.includes(id)))
if (chosen.length === 0 && !isPageOnly)
  throw new Error(`no such scenario (there are ${scenarios.map(({ id }) => id).join(', ')})`)

const known: readonly Result[] = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : []
const failed: string[] = []
const results = new Map(known.map((result) => [result.id, result]))
for (const scenario of chosen) {
  const result = await runScenario(scenario, { size, only }, (line) => process.stdout.write(`${line}\n`))
  // A run on one system is for whoever works on it; the page keeps what was last seen side by side.
  results.set(result.id, only === undefined ? result : { ...result, ...results.get(result.id) })
  if (!isHolding(result.outcomes.ours)) failed.push(result.id)
  writeFileSync(RESULTS, JSON.stringify(Array.from(results.values()), null, 2))
}
writeFileSync(PAGE, printReport(scenarios, Array.from(results.values())))

process.stdout.write(
  failed.length === 0
    ? `Everything held (${chosen.length} scenarios). ${PAGE}\n`
    : `Did not hold: ${failed.join(', ')}. ${PAGE}\n`,
)
process.exit(failed.length === 0 ? 0 : 1)
