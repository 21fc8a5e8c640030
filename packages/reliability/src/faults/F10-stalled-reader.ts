import { until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import { StalledReader } from '../fault-tools/StalledReader.ts'
import { HonestPair, type PairLatency } from '../measures/HonestPair.ts'
import { MemoryWatch } from '../measures/memoryOf.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { Member, RunningSystem, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const READERS: Readonly<Record<Size, number>> = { small: 8, full: 40 }
const TRAFFIC_MS: Readonly<Record<Size, number>> = { small: 4_000, full: 20_000 }
const MAX_EXTRA_MB = 64
/** Below this the measure is the machine's noise, not the server's. */
const NOISE_MS = 15
const POINTERS = 6
/** What a browser shows of a person beside the cursor: selection, name, colour. */
const POINTER_BYTES = 1_000
const PASTE_CHARACTERS = 4_500

/** F10: clients that have the board open and take nothing from their sockets. */
export const scenario: Scenario = {
  id: 'F10',
  title: 'Readers that stall.',
  criterion: `Nobody else waits longer (p99 at most twice the quiet one, or ${NOISE_MS} ms), and they cost at most ${MAX_EXTRA_MB} MB more than readers that keep up.`,
  peers: { H: true, Y: true },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  const keepingUp = await withSystem(system, {}, (running) => measure(running, size, { isStalled: false }))
  const stalled = await withSystem(system, {}, (running) => measure(running, size, { isStalled: true }))
  const extra = stalled.grownMb - keepingUp.grownMb
  const bound = Math.max(keepingUp.latency.p99 * 2, NOISE_MS)
  checks.add('a lot was sent', stalled.sentMb > 10, `${stalled.sentMb.toFixed(0)} MB for each reader`)
  checks.add('they really took nothing', stalled.tookNothing, `${READERS[size]} readers`)
  checks.add(
    'nobody else waits longer',
    stalled.latency.p99 <= bound,
    `p99 ${ms(stalled.latency)} ms, beside readers that keep up ${ms(keepingUp.latency)} ms`,
  )
  checks.add('memory is bounded', extra <= MAX_EXTRA_MB, `${extra.toFixed(0)} MB more than with readers that keep up`)
  checks.add('honest notes arrive', stalled.latency.missing === 0, `${stalled.latency.missing} missing`)
  return checks.finding(
    `${extra.toFixed(0)} MB more, p99 ${ms(stalled.latency)} ms (quiet ${ms(keepingUp.latency)} ms)`,
  )
}

interface Measured {
  readonly latency: PairLatency
  readonly grownMb: number
  readonly sentMb: number
  readonly tookNothing: boolean
}

/** The same traffic, with readers that stall or with readers that keep up. */
async function measure(
  running: RunningSystem,
  size: Size,
  { isStalled }: { readonly isStalled: boolean },
): Promise<Measured> {
  const room = await running.openRoom(READERS[size] + POINTERS + 4)
  const pair = await HonestPair.join(room)
  const people: Member[] = []
  for (let at = 0; at < POINTERS; at += 1) people.push(await room.join())
  const readers: StalledReader[] = []
  for (let at = 0; at < READERS[size]; at += 1) readers.push(await StalledReader.open(running, await room.takePlace()))
  await pair.measure(500)
  await until(() => pair.isQuiet, { what: 'the warm-up to arrive' })
  if (isStalled) for (const reader of readers) reader.stall()
  const taken = readers.map((reader) => reader.bytesTaken)
  const memory = new MemoryWatch(running.pid)
  let sentBytes = 0
  let turn = 0
  const traffic = setInterval(() => {
    turn += 1
    for (const [at, person] of people.entries()) person.point(turn, at, 'x'.repeat(POINTER_BYTES))
    const person = people[turn % people.length]
    if (person?.write(`einfügen-${turn}-${'x'.repeat(PASTE_CHARACTERS)}`)) sentBytes += PASTE_CHARACTERS
    sentBytes += people.length * POINTER_BYTES
  }, 4)
  const latency = await pair.measure(TRAFFIC_MS[size])
  clearInterval(traffic)
  memory.stop()
  await until(() => pair.isQuiet, { what: 'the honest notes', timeoutMs: 20_000 }).catch(() => undefined)
  const result = {
    latency: { ...latency, missing: pair.isQuiet ? 0 : latency.missing },
    grownMb: memory.grownMb,
    sentMb: sentBytes / 1e6,
    tookNothing: readers.every((reader, at) => reader.bytesTaken === taken[at]),
  }
  for (const reader of readers) reader.leave()
  return result
}

function ms({ p99 }: PairLatency): string {
  return p99.toFixed(1)
}
