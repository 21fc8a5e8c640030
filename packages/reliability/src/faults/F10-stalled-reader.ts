import { until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import { BulkWriter } from '../fault-tools/BulkWriter.ts'
import { StalledReader } from '../fault-tools/StalledReader.ts'
import { HonestPair, type PairLatency } from '../measures/HonestPair.ts'
import { MemoryWatch } from '../measures/memoryOf.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { RunningSystem, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const READERS: Readonly<Record<Size, number>> = { small: 8, full: 40 }
const TRAFFIC_MS: Readonly<Record<Size, number>> = { small: 5_000, full: 20_000 }
const MAX_EXTRA_MB = 64
/** Below this the measure is the machine's noise, not the server's. */
const NOISE_MS = 15
const WRITERS = 12
/** A latency is measured at most this often before it counts as too long. */
const ROUNDS = 3
const PASTE_CHARACTERS = 200_000
/** Each writer pastes so seldom that nobody is slowed down for sending too much. */
const PASTES_PER_SECOND = 8

/** F10: clients that have the board open and take nothing from their sockets. */
export const scenario: Scenario = {
  id: 'F10',
  title: 'Readers that stall.',
  criterion: `Nobody else waits longer (p99 at most twice the quiet one, or ${NOISE_MS} ms), and they cost at most ${MAX_EXTRA_MB} MB more than no reader at all.`,
  peers: { H: true, Y: true },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  const quiet = await withSystem(system, {}, (running) => measure(running, size, 0))
  const bound = Math.max(quiet.latency.p99 * 2, NOISE_MS)
  let stalled = await withSystem(system, {}, (running) => measure(running, size, READERS[size]))
  // What the machine does beside us passes; what stalled readers do to others comes back each time.
  for (let again = 1; again < ROUNDS && stalled.latency.p99 > bound; again += 1) {
    stalled = await withSystem(system, {}, (running) => measure(running, size, READERS[size]))
  }
  const extra = stalled.grownMb - quiet.grownMb
  const p99 = `p99 ${ms(stalled.latency)} ms, without them ${ms(quiet.latency)} ms`
  checks.add(
    'a lot was sent',
    stalled.sentMb > 40,
    `${stalled.sentMb.toFixed(0)} MB for each of ${READERS[size]} readers`,
  )
  checks.add('they took nothing', stalled.bytesTaken === 0, `${stalled.bytesTaken} bytes`)
  checks.add('nobody else waits longer', stalled.latency.p99 <= bound, p99)
  checks.add('memory is bounded', extra <= MAX_EXTRA_MB, `${extra.toFixed(0)} MB more`)
  checks.add('honest notes arrive', stalled.latency.missing === 0, `${stalled.latency.missing} missing`)
  return checks.finding(`${READERS[size]} stalled readers cost ${extra.toFixed(0)} MB; ${p99}`)
}

interface Measured {
  readonly latency: PairLatency
  readonly grownMb: number
  readonly sentMb: number
  readonly bytesTaken: number
}

/** The same traffic beside some stalled readers, or none. */
async function measure(running: RunningSystem, size: Size, stalledReaders: number): Promise<Measured> {
  const room = await running.openRoom(stalledReaders + WRITERS + 4)
  const pair = await HonestPair.join(room)
  const times = (TRAFFIC_MS[size] / 1000) * PASTES_PER_SECOND
  const writers: BulkWriter[] = []
  for (let at = 0; at < WRITERS; at += 1) {
    writers.push(await BulkWriter.open(running, await room.takePlace(), { times, characters: PASTE_CHARACTERS }))
  }
  const readers: StalledReader[] = []
  for (let at = 0; at < stalledReaders; at += 1) readers.push(await StalledReader.open(running, await room.takePlace()))
  await pair.measure(500)
  await until(() => pair.isQuiet, { what: 'the warm-up to arrive' })
  for (const reader of readers) reader.stall()
  const taken = bytesTakenBy(readers)
  const memory = new MemoryWatch(running.pid)
  let sentBytes = 0
  let turn = 0
  const pasting = setInterval(
    () => (sentBytes += writers[(turn += 1) % writers.length]?.paste() ?? 0),
    1000 / (WRITERS * PASTES_PER_SECOND),
  )
  const latency = await pair.measure(TRAFFIC_MS[size])
  clearInterval(pasting)
  memory.stop()
  await until(() => pair.isQuiet, { what: 'the honest notes', timeoutMs: 20_000 }).catch(() => undefined)
  const bytesTaken = bytesTakenBy(readers) - taken
  for (const client of [...readers, ...writers]) client.leave()
  return {
    latency: { ...latency, missing: pair.isQuiet ? 0 : latency.missing },
    grownMb: memory.grownMb,
    sentMb: sentBytes / 1e6,
    bytesTaken,
  }
}

function bytesTakenBy(readers: readonly StalledReader[]): number {
  return readers.reduce((sum, reader) => sum + reader.bytesTaken, 0)
}

function ms({ p99 }: PairLatency): string {
  return p99.toFixed(1)
}
