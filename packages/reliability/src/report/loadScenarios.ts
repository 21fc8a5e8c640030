import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Scenario } from '../Scenario.ts'

const FOLDER = join(import.meta.dirname, '..')

/** Every scenario of `faults/` and `attacks/`, F before A, by number. */
export async function loadScenarios(): Promise<readonly Scenario[]> {
  const files = globSync('{faults/F,attacks/A}[0-9][0-9]-*.ts', { cwd: FOLDER, exclude: ['**/*.test.ts'] })
  const modules: { scenario?: Scenario }[] = await Promise.all(
    files.map((file) => import(pathToFileURL(join(FOLDER, file)).href)),
  )
  const scenarios = modules.flatMap(({ scenario }) => scenario ?? [])
  return scenarios.toSorted((a, b) => rank(a) - rank(b))
}

function rank({ id }: Scenario): number {
  return (id.startsWith('F') ? 0 : 1000) + Number(id.slice(1))
}
