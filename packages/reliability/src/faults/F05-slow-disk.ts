import { until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import { FaultControl } from '../fault-tools/FaultControl.ts'
import { FrozenDisk } from '../fault-tools/FrozenDisk.ts'
import { SlowDisk } from '../fault-tools/SlowDisk.ts'
import type { StallingDisk } from '../fault-tools/StallingDisk.ts'
import { LoopStalls } from '../measures/LoopStalls.ts'
import { MemoryWatch } from '../measures/memoryOf.ts'
import type { Finding, Scenario, Size, Tell } from '../Scenario.ts'
import type { Member, Room, RunningSystem, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const STALLS_MS: Readonly<Record<Size, readonly number[]>> = { small: [2_000], full: [2_000, 10_000] }
const FROZEN_DISK_MB = 256
const ON_ITS_WAY_MS = 200
const WRITERS = 5
/** Of all writers together: the longest run stays below the 5,000 notes that a board holds. */
const WRITE_EVERY_MS = 50
const MAX_LOOP_STALL_MS = 50
const MAX_GROWN_MB = 64
const QUICK_MS = 1_000
/** Checks that ask whether the rest goes on at its pace. */
const PACE = ['cursors go on', 'can be opened', 'the loop goes on', 'typing goes on']
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

async function run(system: System, size: Size, tell: Tell): Promise<Finding> {
  const control = new FaultControl(['slowDisk', 'loopStalls'])
  try {
    const finding = await runOn(system, { control, disk: new SlowDisk(control), stallsMs: STALLS_MS[size] })
    const frozen = size === 'full' ? FrozenDisk.make(FROZEN_DISK_MB) : null
    if (!frozen) return finding
    try {
      const stallsMs = STALLS_MS[size]
      const real = await runOn(system, { control, disk: frozen, stallsMs, dataDir: frozen.folder })
      tell(`on a file system that is frozen: ${real.summary}`)
      // A frozen file system (a snapshot of the whole machine) also stops who only reads a database: what is promised
      // then is that nothing untrue is told and that everybody goes on afterwards.
      const checks = real.checks
        .filter(({ what }) => !PACE.some((pace) => what.endsWith(pace)))
        .map((check) => ({ ...check, what: `frozen file system, ${check.what}` }))
      return {
        checks: [...finding.checks, ...checks],
        summary: `${finding.summary}; frozen file system: ${real.summary}`,
      }
    } finally {
      frozen.remove()
    }
  } finally {
    control.remove()
  }
}

interface DiskParts {
  readonly control: FaultControl
  readonly disk: StallingDisk
  readonly stallsMs: readonly number[]
  readonly dataDir?: string
}

function runOn(system: System, { control, disk, stallsMs, dataDir }: DiskParts): Promise<Finding> {
  return withSystem(system, { faults: control, ...(dataDir === undefined ? {} : { dataDir }) }, async (running) => {
    const room = await running.openRoom()
    const other = await running.openRoom()
    const writers: Member[] = []
    for (let at = 0; at < WRITERS; at += 1) writers.push(await room.join())
    const reader = await room.join()
    const neighbour = await other.join()
    neighbour.write('nebenan')
    for (const writer of writers) writer.write('vorher')
    await until(() => [neighbour, ...writers].every((member) => member.isSaved), { what: 'the first notes' })
    try {
      return await new SlowDiskRun({ running, room, other, writers, reader, control, disk }).run(stallsMs)
    } finally {
      disk.release()
    }
  })
}

interface SlowDiskParts {
  readonly running: RunningSystem
  readonly room: Room
  readonly other: Room
  readonly writers: readonly Member[]
  readonly reader: Member
  readonly control: FaultControl
  readonly disk: StallingDisk
}

class SlowDiskRun {
  readonly #checks = new Checks()
  readonly #parts: SlowDiskParts
  readonly #disk: StallingDisk
  readonly #loop: LoopStalls
  #maxLoopStallMs = MAX_LOOP_STALL_MS
  #notes = 0
  #refusedNotes = 0
  readonly #looks: boolean[] = []

  constructor(parts: SlowDiskParts) {
    this.#parts = parts
    this.#disk = parts.disk
    this.#loop = new LoopStalls(parts.control)
  }

  async run(stallsMs: readonly number[]): Promise<Finding> {
    await this.#workWithoutStall()
    for (const stallMs of stallsMs) await this.#stall(stallMs)
    const { room, writers } = this.#parts
    const written = writers.flatMap((writer) => writer.written)
    this.#checks.noneMissing('every note is there', written, await room.readNotes())
    const refusals = writers.flatMap((writer) => writer.refusals)
    this.#checks.add('nobody was refused', refusals.length === 0, refusals.join(', ') || 'none')
    const untrue = await this.#cutPower()
    return this.#checks.finding(`${untrue} notes had been shown or acknowledged and were on no disk`)
  }

  /** The same work on a disk that takes everything: what a busy machine does to the loop is not the disk's fault. */
  async #workWithoutStall(): Promise<void> {
    const { room, other, writers } = this.#parts
    const since = this.#loop.nowMs()
    const stopWriting = this.#write()
    await Promise.all([room.readNotes(), other.readNotes(), new Promise((resolve) => setTimeout(resolve, 1_000))])
    stopWriting()
    await until(() => writers.every(isSaved), { what: 'the notes before the stall' })
    this.#maxLoopStallMs = Math.max(MAX_LOOP_STALL_MS, 2 * this.#loop.longestSince(since))
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
    const isStalling = this.#disk.isStalling
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
    const most = this.#maxLoopStallMs
    checks.add(`${name}: the loop goes on`, stall <= most, `longest stall ${stall} ms of at most ${most.toFixed(0)} ms`)
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
    // A process whose write waits in the kernel is gone only when the disk lets it go.
    const killed = running.kill('SIGKILL')
    this.#disk.release()
    await killed
    for (const member of [...writers, reader]) member.goOffline()
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
    await until(() => this.#disk.isStalling, { what: 'a commit to stall', timeoutMs: FIRST_STALL_WITHIN_MS })
    // What was on disk before may still be on its way to the screens.
    await new Promise((resolve) => setTimeout(resolve, ON_ITS_WAY_MS))
    return stopWriting
  }

  #write(): () => void {
    const timer = setInterval(() => {
      for (const writer of this.#parts.writers) {
        if (!writer.write(`notiz-${(this.#notes += 1)}`)) this.#refusedNotes += 1
        this.#looks.push(isPrefix(writer.acknowledged(), writer.written))
        writer.point(this.#notes, this.#notes)
      }
    }, WRITE_EVERY_MS)
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
