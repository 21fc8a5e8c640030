import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { SimulationReport } from './Simulation.ts'

/** How one seed went. */
export type SeedResult =
  | { readonly report: SimulationReport; readonly ms: number }
  | { readonly seed: number; readonly failure: string }

/** Run seeds in a process of its own, so that both cores work and nothing of one run reaches the next. */
export async function runShard(seeds: readonly number[]): Promise<SeedResult[]> {
  const results: SeedResult[] = []
  const script = new URL('./runSeeds.ts', import.meta.url).pathname
  // A run makes much garbage that dies young; with the usual young space a third of the time goes into moving it.
  const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64']
  const child = spawn(process.execPath, [...flags, script, '--json'], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(seeds))
  for await (const line of createInterface({ input: child.stdout })) {
    // Yjs says there, too, that it has changed a client id.
    if (line.startsWith('{')) results.push(JSON.parse(line) as SeedResult)
  }
  return results
}
