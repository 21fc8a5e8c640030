import { Coverage } from '../generator/Coverage.ts'
import type { Acknowledged, JobResult } from '../generator/Job.ts'
import { loadDocument } from '../generator/loadDocument.ts'
import { seededRandom } from '../generator/planSends.ts'
import { runGenerator } from '../generator/runGenerator.ts'
import type { ServerUnderTest } from '../servers/ServerUnderTest.ts'
import { startServer } from '../servers/startServer.ts'
import { WIRES } from '../wire/wires.ts'
import type { Place } from '../wire/Wire.ts'
import type { Scenario } from './Scenario.ts'

const ROOM_SIZES = [10, 10]
const EDITS_PER_CLIENT_PER_SECOND = 5
const EARLIEST_KILL_MS = 400
const LATEST_KILL_MS = 2400
const EDITS_PER_EDITOR_AT_MOST = 12

interface KillTally {
  lost: number
  acknowledged: number
  voided: string[]
}

/** Q1: 20 editors, `kill -9` at a random instant, then: which acknowledged edits does the restarted server not have? */
export function killScenario(rounds: number, seed: number): Scenario {
  return {
    id: 'Q1',
    async run(tell) {
      const random = seededRandom(seed)
      const tallies: Record<'ours' | 'H', KillTally> = { ours: emptyTally(), H: emptyTally() }
      for (let round = 1; round <= rounds; round++) {
        const killAfterMs = EARLIEST_KILL_MS + random() * (LATEST_KILL_MS - EARLIEST_KILL_MS)
        for (const name of ['ours', 'H'] as const) {
          await killOnce(name, { killAfterMs, seed: seed + round, tally: tallies[name] })
          tell(`Q1 round ${round} of ${rounds}, ${name}: ${describe(tallies[name])}`)
        }
      }
      const { ours, H } = tallies
      const counts = `${ours.acknowledged} acknowledged at ours, ${H.acknowledged} at H`
      return [
        {
          id: 'Q1',
          measure: `acknowledged edits lost in ${rounds} kills (${counts})`,
          unit: 'edits',
          figures: { ours: ours.acknowledged > 0 ? ours.lost : null, H: H.acknowledged > 0 ? H.lost : null },
          goal: '0',
          ratio: null,
          met: ours.acknowledged > 0 && ours.lost === 0 && ours.voided.length === 0,
          voided: [...ours.voided, ...H.voided],
        },
      ]
    },
  }
}

function emptyTally(): KillTally {
  return { lost: 0, acknowledged: 0, voided: [] }
}

function describe(tally: KillTally): string {
  return `${tally.lost} of ${tally.acknowledged} acknowledged edits lost so far`
}

async function killOnce(
  name: 'ours' | 'H',
  { killAfterMs, seed, tally }: { killAfterMs: number; seed: number; tally: KillTally },
): Promise<void> {
  let server: ServerUnderTest | null = null
  try {
    server = await startServer(name)
    const rooms = await server.openRooms(ROOM_SIZES)
    const result = await loadUntilKilled(server, { rooms, killAfterMs, seed })
    await server.restart()
    tally.acknowledged += result.acknowledged.reduce((sum, { clocks }) => sum + clocks.length, 0)
    tally.lost += await countLost(server, rooms, result.acknowledged)
  } catch (error) {
    tally.voided.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    await server?.stop()
  }
}

async function loadUntilKilled(
  server: ServerUnderTest,
  { rooms, killAfterMs, seed }: { rooms: readonly (readonly Place[])[]; killAfterMs: number; seed: number },
): Promise<JobResult> {
  let killed: Promise<void> = Promise.resolve()
  const phase = {
    name: 'kill',
    editsPerClientPerSecond: EDITS_PER_CLIENT_PER_SECOND,
    seconds: EDITS_PER_EDITOR_AT_MOST / EDITS_PER_CLIENT_PER_SECOND,
    isMeasured: false,
  }
  const job = {
    wire: server.wire,
    port: server.port,
    rooms,
    phases: [phase],
    databaseFile: null,
    expectsKill: true,
    seed,
  }
  const result = await runGenerator(job, () => {
    const delay = new Promise((resolve) => setTimeout(resolve, killAfterMs))
    killed = delay.then(() => server.kill())
  })
  await killed
  return result
}

/** An edit counts as lost when a newcomer to the restarted server does not get it. */
async function countLost(
  server: ServerUnderTest,
  rooms: readonly (readonly Place[])[],
  acknowledged: readonly Acknowledged[],
): Promise<number> {
  let lost = 0
  for (const [room, [place]] of rooms.entries()) {
    if (!place) continue
    const held = new Coverage()
    held.add(await loadDocument(WIRES[server.wire], server.port, place))
    for (const client of acknowledged) {
      if (client.room === room) lost += client.clocks.filter((clock) => clock > held.next(client.clientId)).length
    }
  }
  return lost
}
