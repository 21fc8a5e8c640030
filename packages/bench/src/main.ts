import { cpus, loadavg } from 'node:os'
import { printReport } from './report/printReport.ts'
import type { Measurement } from './report/Measurement.ts'
import { writeReport } from './report/writeReport.ts'
import { durabilityScenario } from './scenarios/durabilityScenario.ts'
import { generatorScenario } from './scenarios/generatorScenario.ts'
import { killScenario } from './scenarios/killScenario.ts'
import { peerScenario } from './scenarios/peerScenario.ts'
import { plenaryScenario } from './scenarios/plenaryScenario.ts'
import type { Scenario } from './scenarios/Scenario.ts'

// `npm run bench` runs everything in under ten minutes; `npm run bench -- Q1 --rounds=200` one goal, as long as wanted.

const args = process.argv.slice(2)
const wanted = args.filter((arg) => !arg.startsWith('--'))
const rounds = numberOption('rounds')
const seed = numberOption('seed') ?? 20220303

const SCENARIOS: readonly Scenario[] = [
  generatorScenario(seed),
  killScenario(rounds ?? 6, seed),
  durabilityScenario(rounds ?? 1, seed),
  peerScenario(rounds ?? 3, seed),
  plenaryScenario(),
]

const chosen = SCENARIOS.filter(({ id }) => wanted.length === 0 || wanted.includes(id))
if (chosen.length === 0)
  throw new Error(`no such goal: ${wanted.join(', ')} (there are ${SCENARIOS.map(({ id }) => id).join(', ')})`)

const [loadBefore = 0] = loadavg()
if (loadBefore > cpus().length / 2) {
  process.stdout.write(
    `This machine is busy (load ${loadBefore.toFixed(1)} on ${cpus().length} cores): figures in ms will say little.\n`,
  )
}

const measurements: Measurement[] = []
for (const scenario of chosen) {
  measurements.push(...(await scenario.run((line) => process.stdout.write(`${line}\n`))))
}
process.stdout.write(`\n${printReport(measurements)}\n`)
const command = ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ')
await writeReport(measurements, { command, loadBefore })

function numberOption(name: string): number | undefined {
  const text = args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
  return text === undefined ? undefined : Number(text)
}
