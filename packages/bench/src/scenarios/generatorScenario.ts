import { runGenerator } from '../generator/runGenerator.ts'
import { startServer } from '../servers/startServer.ts'
import type { Scenario } from './Scenario.ts'

const RATE_PER_CLIENT = 50
const SECONDS = 3
/** Above this the generator, and not a server, would set the figures of Q3. */
const MAX_CORE_SHARE = 0.95

/**
 * Q0: the generator is not the slow side. It drives the bare broadcast in one room × 50 beyond Q3's highest rate, where
 * that server itself gives way, and still has a part of its core left.
 */
export function generatorScenario(seed: number): Scenario {
  return {
    id: 'Q0',
    async run(tell) {
      const server = await startServer('W')
      try {
        const rooms = await server.openRooms([50])
        const phase = { name: 'capacity', editsPerClientPerSecond: RATE_PER_CLIENT, seconds: SECONDS, isMeasured: true }
        const job = {
          wire: server.wire,
          port: server.port,
          rooms,
          phases: [phase],
          databaseFile: null,
          expectsKill: false,
          seed,
        }
        const { phases, problems, generatorCpu } = await runGenerator(job)
        const p95 = phases[0]?.toPeer.p95 ?? Number.NaN
        const load = `W, one room × 50 at ${RATE_PER_CLIENT}/s each (p95 there ${p95.toFixed(0)} ms)`
        tell(`Q0 generator at ${(generatorCpu * 100).toFixed(0)} % of a core with ${load}`)
        return [
          {
            id: 'Q0',
            measure: `CPU of the generator with ${load}`,
            unit: 'core',
            figures: { W: problems.length === 0 ? generatorCpu : null },
            goal: `≤ ${MAX_CORE_SHARE} of a core`,
            ratio: null,
            met: problems.length === 0 && generatorCpu <= MAX_CORE_SHARE,
            voided: problems,
          },
        ]
      } finally {
        await server.stop()
      }
    },
  }
}
