import { until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import { SmallDisk } from '../fault-tools/SmallDisk.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { Member, Room, RunningSystem, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const PEOPLE: Readonly<Record<Size, number>> = { small: 5, full: 20 }
const TOLD_WITHIN_MS = 2_000
/** In full longer than any server here waits before it stores (Hocuspocus: 10 s at most). */
const FULL_FOR_MS: Readonly<Record<Size, number>> = { small: 3_000, full: 12_000 }
const DISK_MB = 24
const STOPS_WITHIN_MS = 10_000

/** F3: the disk is full and freed; full when the server is killed; full when it has to stop. */
export const scenario: Scenario = {
  id: 'F3',
  title: 'The disk is full, then freed.',
  criterion:
    'Nothing that is not stored is acknowledged or shown, people are told within 2 s, it goes on by itself, nothing is lost, and a stop that cannot write does not exit 0.',
  peers: { H: true, Y: 'stores nothing' },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const disk = SmallDisk.make(DISK_MB)
  try {
    return await withSystem(system, { dataDir: disk.folder }, async (running) => {
      const room = await running.openRoom(PEOPLE[size] + 2)
      const members: Member[] = []
      for (let at = 0; at < PEOPLE[size]; at += 1) members.push(await room.join())
      const reader = await room.join()
      return new FullDiskRun({ running, room, members, reader, disk, fullForMs: FULL_FOR_MS[size] }).run()
    })
  } finally {
    disk.remove()
  }
}

interface FullDiskParts {
  readonly running: RunningSystem
  readonly room: Room
  readonly members: readonly Member[]
  readonly reader: Member
  readonly disk: SmallDisk
  readonly fullForMs: number
}

class FullDiskRun {
  readonly #checks = new Checks()
  readonly #parts: FullDiskParts
  #untrue = 0

  constructor(parts: FullDiskParts) {
    this.#parts = parts
  }

  async run(): Promise<Finding> {
    const { members } = this.#parts
    for (const [at, member] of members.entries()) member.write(`vorher-${at}`)
    await until(() => members.every((member) => member.isSaved), { what: 'the first notes to be saved' })
    await this.#recover()
    await this.#beKilled()
    await this.#beStopped()
    const { fullBy } = this.#parts.disk
    return this.#checks.finding(`${this.#untrue} notes were acknowledged that stood on no disk (full by ${fullBy})`)
  }

  async #recover(): Promise<void> {
    const { running, room, members, disk, fullForMs } = this.#parts
    const filledAt = performance.now()
    const stopWriting = this.#fill('voll')
    // The first commits may still find room in the database's own files: the time counts from the first failure.
    await until(() => hasFailed(running), { what: 'a write to fail', timeoutMs: fullForMs }).catch(() => undefined)
    const isTold = (): boolean => members.every(({ refusals }) => refusals.includes('storage.unavailable'))
    await this.#checks.eventually('people are told within 2 s', isTold, TOLD_WITHIN_MS)
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, fullForMs - (performance.now() - filledAt))))
    const isAnswering = await fetch(`http://127.0.0.1:${running.port}${running.probePath}`).then(({ ok }) => ok)
    this.#checks.add('the process lives and answers', running.isRunning && isAnswering, `running: ${running.isRunning}`)
    stopWriting()
    disk.free(running.pid)
    await this.#checks.eventually('it goes on by itself', () => members.every((member) => member.isSaved), 15_000)
    this.#checkNotes('after it was freed', await room.readNotes())
  }

  /** What was acknowledged or shown while the disk was full shows its truth when the process dies. */
  async #beKilled(): Promise<void> {
    const { running, room, members, reader, disk } = this.#parts
    const stopWriting = this.#fill('tot')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    stopWriting()
    const shown = reader.notes()
    const acknowledged = members.flatMap((member) => member.acknowledged())
    await running.kill('SIGKILL')
    for (const member of [...members, reader]) member.goOffline()
    disk.free(running.pid)
    await running.restart()
    const stored = new Set(await room.readNotes())
    const missing = (texts: readonly string[]): number => texts.filter((text) => !stored.has(text)).length
    this.#untrue = missing(acknowledged)
    this.#checks.add('nothing is acknowledged that is not stored', this.#untrue === 0, `${this.#untrue} notes`)
    this.#checks.add('nobody sees what is not stored', missing(shown) === 0, `${missing(shown)} notes on a screen`)
    for (const member of [...members, reader]) member.goOnline()
    await until(() => members.every((member) => member.isSaved), { what: 'everybody to be saved', timeoutMs: 20_000 })
    this.#checkNotes('after the kill', await room.readNotes())
  }

  async #beStopped(): Promise<void> {
    const { running, room, members, reader, disk } = this.#parts
    const said = running.output().length
    const stopWriting = this.#fill('ende')
    // As long as the database's own files have room, a stop can write, and 0 is the truth.
    await until(() => hasFailed(running, said), { what: 'a write to fail', timeoutMs: 10_000 }).catch(() => undefined)
    const ended = await Promise.race([running.kill('SIGTERM'), later(STOPS_WITHIN_MS, null)])
    stopWriting()
    if (!ended) await running.kill('SIGKILL')
    for (const member of [...members, reader]) member.goOffline()
    disk.free(running.pid)
    const exit = ended ? `exit ${ended.code ?? ended.signal}` : `has not ended after ${STOPS_WITHIN_MS / 1000} s`
    this.#checks.add('a stop that cannot write ends, and not with 0', ended !== null && ended.code !== 0, exit)
    await running.restart()
    for (const member of [...members, reader]) member.goOnline()
    await until(() => members.every((member) => member.isSaved), { what: 'everybody to be saved', timeoutMs: 20_000 })
    this.#checkNotes('after the stop', await room.readNotes())
  }

  #fill(word: string): () => void {
    const { running, members, disk } = this.#parts
    disk.fill(running.pid)
    const full = disk.freeBytes < 4_096 || disk.fullBy !== 'tmpfs'
    this.#checks.add(`the disk is full (${word})`, full, `${disk.fullBy}, ${disk.freeBytes} bytes free`)
    let written = 0
    const timer = setInterval(() => {
      for (const member of members) member.write(`${word}-${(written += 1)}-${'x'.repeat(200)}`)
    }, 50)
    return () => clearInterval(timer)
  }

  #checkNotes(when: string, notes: readonly string[]): void {
    const written = this.#parts.members.flatMap((member) => member.written)
    this.#checks.noneMissing(`${when} every note is there`, written, notes)
    this.#checks.nothingTwice(`${when} once`, notes)
  }
}

function later<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, ms, value))
}

function hasFailed(running: RunningSystem, since = 0): boolean {
  return /database or disk is full|SQLITE_FULL|disk I\/O error/i.test(running.output().slice(since))
}
