import { json } from 'node:stream/consumers'
import { simulate } from './Simulation.ts'

// `node runSeeds.ts 17` runs one seed again, `node runSeeds.ts 1 1000` the seeds from 1 to 1000. With `--json` the seeds
// come as a JSON list by stdin and the results go out one a line, for `runShard`.

const operations = Number(process.env['SIM_OPERATIONS'] ?? 200)
const isShard = process.argv[2] === '--json'
for (const seed of await chosenSeeds()) {
  const startedAt = performance.now()
  try {
    const report = await simulate(seed, { operations })
    tell({ report, ms: performance.now() - startedAt })
  } catch (error) {
    if (!isShard) throw error
    tell({ seed, failure: error instanceof Error ? error.message : String(error) })
  }
}

function tell(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`)
}

async function chosenSeeds(): Promise<readonly number[]> {
  if (isShard) return (await json(process.stdin)) as number[]
  const from = Number(process.argv[2] ?? 1)
  const to = Number(process.argv[3] ?? from)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
