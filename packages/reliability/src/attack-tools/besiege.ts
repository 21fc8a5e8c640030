import type { Checks } from '../Checks.ts'
import { HonestPair } from '../measures/HonestPair.ts'
import { memoryOf, MemoryWatch } from '../measures/memoryOf.ts'
import type { Size } from '../Scenario.ts'
import type { Room, RunningSystem } from '../systems/System.ts'
import { describeTally, startAttacker, type AttackPlan } from './Attacker.ts'

/** Alternating stretches of peace and attack, so that what the machine does meanwhile meets both. */
export const ROUNDS: Readonly<Record<Size, number>> = { small: 2, full: 12 }
/** A verdict that noise could have given is looked at again; what really harms people harms them in these rounds, too. */
const MORE_ROUNDS = 4
const PEACE_MS = 700
const ATTACK_MS = 1_300
const NOTE_EVERY_MS = 10
const LOOKS_BEFORE = 15
const BOARDS_BEFORE = 3

/** A shared machine has hiccups of its own; what people cannot feel does not count as harm. */
const UNFELT_MS = 40
const MAX_GROWN_MB = 64

/** Who is attacked, and with what. */
export interface Siege {
  readonly running: RunningSystem
  readonly room: Room
  readonly checks: Checks
  readonly size: Size
  /** Who sends frames during each round. */
  readonly attackers?: readonly AttackPlan[]
  /**
   * What honest people do during the attack beside writing; done once in peace, before memory is watched, so that it does
   * not count as the attack's.
   */
  readonly inPeace?: () => Promise<void>
  /** What else belongs to the attack; begun in each round, and ended by the returned function. */
  readonly begin?: () => Promise<() => Promise<void>>
}

/** What the siege has shown. */
export interface SiegeReport {
  readonly pair: HonestPair
  /** Honest p99 in peace and under attack, ms. */
  readonly peaceMs: number
  readonly attackMs: number
  readonly grownMb: number
}

/**
 * Let an attack run beside two honest people and note what it does to them: their p99 at most doubles or stays where
 * nobody feels it, the server's memory grows by 64 MB at most, the process lives, and every honest note arrives.
 */
export async function besiege({
  running,
  room,
  checks,
  size,
  attackers = [],
  inPeace,
  begin,
}: Siege): Promise<SiegeReport> {
  const pair = await HonestPair.join(room)
  const honestMb = await warmUp({ running, room, pair, size })
  await inPeace?.()
  const memory = new MemoryWatch(running.pid)
  const peace: number[] = []
  const attacked: number[] = []
  const sent = attackers.map(() => 0)
  const seen = attackers.map(() => '')
  const allowedMs = (): number => Math.max(2 * median(peace), UNFELT_MS)
  const isHarmed = (): boolean => median(attacked) > allowedMs()
  for (let round = 0; round < ROUNDS[size] || (isHarmed() && round < ROUNDS[size] + MORE_ROUNDS); round += 1) {
    const before = await pair.measure(PEACE_MS, NOTE_EVERY_MS)
    const end = await begin?.()
    const stops = attackers.map((plan) => startAttacker(running, plan))
    const during = await pair.measure(ATTACK_MS, NOTE_EVERY_MS)
    for (const [at, stop] of stops.entries()) {
      const tally = await stop()
      sent[at] = (sent[at] ?? 0) + tally.sent
      seen[at] = describeTally(tally)
    }
    await end?.()
    // Where nothing arrived at all, people have waited for as long as was measured, or longer.
    peace.push(before.count === 0 ? PEACE_MS : before.p99)
    attacked.push(during.count === 0 ? ATTACK_MS : during.p99)
    await checks.eventually(`round ${round + 1}: every honest note arrives`, () => pair.isQuiet, 20_000)
  }
  memory.stop()
  if (attackers.length > 0) {
    checks.add(
      'the attack took place',
      sent.every((frames) => frames > 0),
      seen.join('; '),
    )
  }
  const [peaceMs, attackMs] = [median(peace), median(attacked)]
  checks.add(
    `honest p99 at most ${Math.round(allowedMs())} ms`,
    !isHarmed(),
    `${attackMs.toFixed(1)} ms under attack, ${peaceMs.toFixed(1)} ms in peace`,
  )
  checks.add(
    `memory at most ${MAX_GROWN_MB} MB more`,
    memory.grownMb - honestMb <= MAX_GROWN_MB,
    `${Math.round(memory.grownMb)} MB, of which the honest notes cost ${Math.round(honestMb)} MB`,
  )
  checks.add(
    'the process lives',
    running.isRunning,
    running.isRunning ? `${Math.round(memoryOf(running.pid))} MB` : 'gone',
  )
  return { pair, peaceMs, attackMs, grownMb: Math.max(0, memory.grownMb - honestMb) }
}

/**
 * A process that has only just started grows with its first honest work, too; that must not count as the attack's.
 * Gives the MB that as many honest notes cost as a long siege brings; 0 for a short one.
 */
async function warmUp(
  parts: Pick<Siege, 'running' | 'room' | 'size'> & { readonly pair: HonestPair },
): Promise<number> {
  const { running, room, pair, size } = parts
  for (let look = 0; look < LOOKS_BEFORE; look += 1) await room.readNotes()
  await pair.measure(PEACE_MS, 2)
  if (size === 'small') return 0
  // A long siege brings thousands of honest notes: what as many on another board cost is not the attack's.
  let honestMb = 0
  for (let board = 0; board < BOARDS_BEFORE; board += 1) {
    const memory = new MemoryWatch(running.pid)
    const others = await HonestPair.join(await running.openRoom())
    await others.measure(ROUNDS[size] * (PEACE_MS + ATTACK_MS), NOTE_EVERY_MS)
    memory.stop()
    honestMb = memory.grownMb
    others.writer.leave()
    others.reader.leave()
  }
  return honestMb
}

/** Note that the room holds what honest people wrote and nothing else; where anything is stored, also after a restart. */
export async function assertOnlyHonest(
  { running, room, checks }: Pick<Siege, 'running' | 'room' | 'checks'>,
  written: readonly string[],
): Promise<void> {
  if (running.system.name === 'ours') {
    await running.kill('SIGTERM')
    await running.restart()
  }
  const notes = await room.readNotes()
  const honest = new Set(written)
  const foreign = notes.filter((note) => !honest.has(note))
  checks.noneMissing('every honest note is stored', written, notes)
  checks.nothingTwice('every note is stored once', notes)
  checks.add('nothing of the attack is stored', foreign.length === 0, `${foreign.length} foreign notes`)
}

/** One line about what people felt. */
export function describeSiege({ peaceMs, attackMs, grownMb }: SiegeReport): string {
  return `honest p99 ${attackMs.toFixed(0)} ms (in peace ${peaceMs.toFixed(0)}), memory +${Math.round(grownMb)} MB`
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  return low === undefined || high === undefined ? Infinity : (low + high) / 2
}
