import { until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import { FaultControl } from '../fault-tools/FaultControl.ts'
import { SlowDisk } from '../fault-tools/SlowDisk.ts'
import { LoopStalls } from '../measures/LoopStalls.ts'
import { MemoryWatch } from '../measures/memoryOf.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { Member, Room, RunningSystem, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const STALLS_MS: Readonly<Record<Size, readonly number[]>> = { small: [2_000], full: [2_000, 10_000] }
const WRITERS = 5
const MAX_LOOP_STALL_MS = 50
const MAX_GROWN_MB = 64
const QUICK_MS = 1_000
/** Hocuspocus stores at most this long after the first edit, and this long after the last. */
const FIRST_STALL_WITHIN_MS = 12_000
const STORES_WITHIN_MS = 3_000

/** F5: commits stall for seconds while people write, look and come; then the power goes during a stall. */
export const scenario: Scenario = {
  id: 'F5',
  title: 'The disk stalls for seconds.',
  criterion:
    'Nobody sees an edit, or is told that it is taken, before it is on disk; typing, cursors, reading, joining and other boards go on (no loop stall over 50 ms), memory is bounded, afterwards all is acknowledged in order.',
  peers: { H: true, Y: 'stores nothing' },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const control = new FaultControl(['slowDisk', 'loopStalls'])
  try {
    return await withSystem(system, { faults: control }, async (running) => {
      const room = await running.openRoom()
      const other = await running.openRoom()
      const writers: Member[] = []
      for (let at = 0; at < WRITERS; at += 1) writers.push(await room.join())
      const reader = await room.join()
      const neighbour = await other.join()
      neighbour.write('nebenan')
      for (const writer of writers) writer.write('vorher')
      await until(() => [neighbour, ...writers].every((member) => member.isSaved), { what: 'the first notes' })
      return new SlowDiskRun({ running, room, other, writers, reader, control }).run(STALLS_MS[size])
    })
  } finally {
    control.remove()
  }
}

interface SlowDiskParts {
  readonly running: RunningSystem
  readonly room: Room
  readonly other: Room
  readonly writers: readonly Member[]
  readonly reader: Member
  readonly control: FaultControl
}

class SlowDiskRun {
  readonly #checks = new Checks()
  readonly #parts: SlowDiskParts
  readonly #disk: SlowDisk
  readonly #loop: LoopStalls
  #notes = 0
  #refusedNotes = 0
  readonly #looks: boolean[] = []

  constructor(parts: SlowDiskParts) {
    this.#parts = parts
    this.#disk = new SlowDisk(parts.control)
    this.#loop = new LoopStalls(parts.control)
  }

  async run(stallsMs: readonly number[]): Promise<Finding> {
    for (const stallMs of stallsMs) await this.#stall(stallMs)
    const { room, writers } = this.#parts
    const written = writers.flatMap((writer) => writer.written)
    this.#checks.noneMissing('every note is there', written, await room.readNotes())
    const refusals = writers.flatMap((writer) => writer.refusals)
    this.#checks.add('nobody was refused', refusals.length === 0, refusals.join(', ') || 'none')
    const untrue = await this.#cutPower()
    return this.#checks.finding(`${untrue} notes had been shown or acknowledged and were on no disk`)
  }

  async #stall(stallMs: number): Promise<void> {
    const { running, room, other, writers, reader } = this.#parts
    const name = `${stallMs / 1000} s`
    const memory = new MemoryWatch(running.pid)
    const since = this.#loop.nowMs()
    const stopWriting = await this.#writeOnStalledDisk()
    const stalledAt = performance.now()
    const shown = reader.notes().length
    const acknowledged = countAcknowledged(writers)
    const pointers = reader.pointersSeen
    const readMs = await timeOf(() => room.readNotes())
    const otherMs = await timeOf(() => other.readNotes())
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, stallMs - (performance.now() - stalledAt))))
    const early = countAcknowledged(writers) - acknowledged + (reader.notes().length - shown)
    const isStalling = this.#isStalling
    const pointersSeen = reader.pointersSeen - pointers
    this.#disk.release()
    stopWriting()

    const checks = this.#checks
    await checks.eventually(`${name}: all is acknowledged after it`, () => writers.every(isSaved), 15_000)
    const longest = Math.max(0, ...this.#disk.stallsMs)
    checks.add(`${name}: the disk did stall`, isStalling && longest >= stallMs * 0.9, `longest commit ${longest} ms`)
    checks.add(`${name}: nothing is shown or acknowledged meanwhile`, early === 0, `${early} times`)
    checks.add(`${name}: typing goes on`, this.#refusedNotes === 0, `${this.#refusedNotes} of ${this.#notes} refused`)
    checks.add(`${name}: in order`, this.#looks.every(Boolean), `${this.#looks.length} looks`)
    const grown = Math.round(memory.grownMb)
    checks.add(`${name}: memory is bounded`, memory.grownMb <= MAX_GROWN_MB, `${grown} MB more`)
    memory.stop()
    // The peer's store is synchronous here; with its own SQLite extension the stall would be in a thread pool.
    if (running.system.name !== 'ours') return
    checks.add(`${name}: cursors go on`, pointersSeen > 10, `${pointersSeen} seen`)
    checks.add(`${name}: the board can be opened`, readMs < QUICK_MS, `${Math.round(readMs)} ms`)
    checks.add(`${name}: another board can be opened`, otherMs < QUICK_MS, `${Math.round(otherMs)} ms`)
    const stall = this.#loop.longestSince(since)
    checks.add(`${name}: the loop goes on`, stall <= MAX_LOOP_STALL_MS, `longest stall ${stall} ms`)
  }

  /** The power goes while the disk stalls: what was shown or acknowledged before has to be there. */
  async #cutPower(): Promise<number> {
    const { running, room, writers, reader } = this.#parts
    // Whoever stores later than it acknowledges has stored everything by now.
    if (running.system.name !== 'ours') await new Promise((resolve) => setTimeout(resolve, STORES_WITHIN_MS))
    this.#disk.stall()
    const stopWriting = this.#write()
    await new Promise((resolve) => setTimeout(resolve, 800))
    stopWriting()
    const told = new Set([...reader.notes(), ...writers.flatMap((writer) => writer.acknowledged())])
    await running.kill('SIGKILL')
    for (const member of [...writers, reader]) member.goOffline()
    this.#disk.release()
    await running.restart()
    const stored = new Set(await room.readNotes())
    const untrue = Array.from(told).filter((text) => !stored.has(text)).length
    this.#checks.add('power cut in a stall: what was shown or acknowledged is there', untrue === 0, `${untrue} missing`)
    for (const writer of writers) writer.goOnline()
    await this.#checks.eventually('power cut in a stall: everybody goes on', () => writers.every(isSaved), 15_000)
    return untrue
  }

  async #writeOnStalledDisk(): Promise<() => void> {
    this.#disk.stall()
    const stopWriting = this.#write()
    await until(() => this.#isStalling, { what: 'a commit to stall', timeoutMs: FIRST_STALL_WITHIN_MS })
    return stopWriting
  }

  get #isStalling(): boolean {
    return this.#disk.stallsBegun > this.#disk.stallsMs.length
  }

  #write(): () => void {
    const timer = setInterval(() => {
      for (const writer of this.#parts.writers) {
        if (!writer.write(`notiz-${(this.#notes += 1)}`)) this.#refusedNotes += 1
        this.#looks.push(isPrefix(writer.acknowledged(), writer.written))
        writer.point(this.#notes, this.#notes)
      }
    }, 20)
    return () => clearInterval(timer)
  }
}

function isSaved(member: Member): boolean {
  return member.isSaved
}

function countAcknowledged(members: readonly Member[]): number {
  return members.reduce((sum, member) => sum + member.acknowledged().length, 0)
}

function isPrefix(some: readonly string[], all: readonly string[]): boolean {
  return some.every((text, at) => text === all[at])
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  // Longer than any stall here: what waits for the disk is to show as slow, not as an error.
  await Promise.race([work(), new Promise((resolve) => setTimeout(resolve, 5_000))])
  return performance.now() - startedAt
}
