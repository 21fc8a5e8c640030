import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SeededRandom, until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { Member, Room, RunningSystem, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'
import { writeRows } from '../systems/writeRows.ts'

const ROUNDS: Readonly<Record<Size, number>> = { small: 2, full: 40 }
const MARKER = 'Markierung'
const COMPACTED_ROWS = 510
const WRITERS = 8

/** F2: the last bytes of the log are torn or garbled, bytes of the database flip, a checkpoint is damaged. */
export const scenario: Scenario = {
  id: 'F2',
  title: 'Torn and garbled bytes on disk.',
  criterion:
    'A torn tail of the log loses nothing that was acknowledged; what is garbled is never served as if it were whole: the board comes back from an older generation or is refused by name, and the other boards open.',
  peers: { H: true, Y: 'stores nothing' },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  const kept = mkdtempSync(join(tmpdir(), 'tafelrunde-kept-'))
  try {
    return await withSystem(system, {}, async (running) => {
      const damage = new Damage({ running, kept, checks, rounds: ROUNDS[size] })
      await damage.prepare()
      if (system.name === 'ours') await damage.tearLog()
      const served = await damage.flipBytes()
      if (system.name === 'ours') await damage.damageCheckpoint()
      return checks.finding(served)
    })
  } finally {
    rmSync(kept, { recursive: true, force: true })
  }
}

interface DamageParts {
  readonly running: RunningSystem
  /** Copy of the data folder as it was after a kill. */
  readonly kept: string
  readonly checks: Checks
  readonly rounds: number
}

class Damage {
  readonly #parts: DamageParts
  readonly #random = new SeededRandom(2)
  #rooms: readonly [Room, Room] | null = null
  #members: readonly Member[] = []
  #acknowledged: readonly string[] = []

  constructor(parts: DamageParts) {
    this.#parts = parts
  }

  /** A board with a marked note, a neighbour, a kill. */
  async prepare(): Promise<void> {
    const { running, kept } = this.#parts
    const board = await running.openRoom()
    const neighbour = await running.openRoom()
    const members = [await board.join(), await board.join(), await neighbour.join()]
    for (let note = 0; note < 20; note += 1) for (const member of members) member.write(`notiz-${note}`)
    members[0]?.write(MARKER)
    await until(() => members.every((member) => member.isSaved), { what: 'everything to be acknowledged' })
    // Whoever stores later than it acknowledges has stored everything by now.
    if (running.system.name !== 'ours') await new Promise((resolve) => setTimeout(resolve, 3_000))
    await running.kill('SIGKILL')
    for (const member of members) member.goOffline()
    this.#rooms = [board, neighbour]
    this.#members = members
    this.#acknowledged = members.slice(0, 2).flatMap((member) => member.acknowledged())
    cpSync(running.dataDir, kept, { recursive: true })
  }

  /** What a power cut leaves of a commit that had not ended: a piece of it, or its pages without their order. */
  async tearLog(): Promise<void> {
    const { running, checks, rounds } = this.#parts
    const log = join(running.dataDir, 'tafelrunde.sqlite-wal')
    for (let round = 0; round < rounds; round += 1) {
      this.#restore()
      const size = statSync(log).size
      const last = readFileSync(log).subarray(-4_120)
      const torn =
        round % 2 === 0 ? last.subarray(0, this.#random.integer(1, last.length)) : garbled(last, this.#random)
      appendFileSync(log, torn)
      checks.add(
        `torn log ${round + 1}: there was one`,
        size > 4_120,
        `${size} bytes, ${torn.length} torn ones after them`,
      )
      await running.restart()
      const notes = await this.#board.readNotes()
      checks.noneMissing(`torn log ${round + 1}: every acknowledged note`, this.#acknowledged, notes)
      checks.nothingTwice(
        `torn log ${round + 1}: once, by person`,
        notes.filter((text) => text === MARKER),
      )
      await running.kill('SIGKILL')
    }
    this.#restore()
    const whole = readFileSync(log)
    // The disk has lost the last pages that it had reported as written: then the people who wrote them have them.
    writeFileSync(log, whole.subarray(0, whole.length - 6_000))
    await running.restart()
    const before = await this.#board.readNotes()
    for (const member of this.#members) member.goOnline()
    await checks.eventually('log cut short: everybody is in sync again', () =>
      this.#members.every(({ isSaved }) => isSaved),
    )
    const after = await this.#board.readNotes()
    const trays = this.#members.flatMap(({ tray }) => tray)
    const where = 'log cut short: what the disk has lost comes back from its authors, onto the board or into their tray'
    checks.noneMissing(where, this.#acknowledged, [...after, ...trays])
    checks.add(
      'log cut short: the board opens',
      before.length <= after.length,
      `${before.length}, then ${after.length} notes`,
    )
    for (const member of this.#members) member.goOffline()
    await running.kill('SIGKILL')
  }

  /** Some bytes of a stored edit are not what was written. Gives what a newcomer was served, in words. */
  async flipBytes(): Promise<string> {
    const { running, checks } = this.#parts
    this.#restore()
    const file = readdirSync(running.dataDir).find((name) => name.endsWith('.sqlite'))
    if (file === undefined) throw new Error('no database')
    const path = join(running.dataDir, file)
    const database = new DatabaseSync(path)
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()
    const bytes = readFileSync(path)
    let flipped = 0
    for (let at = bytes.indexOf(MARKER); at >= 0; at = bytes.indexOf(MARKER, at + 1)) {
      bytes.write('Fälschung!'.slice(0, MARKER.length - 1), at)
      flipped += 1
    }
    writeFileSync(path, bytes)
    checks.add('bytes were flipped', flipped > 0, `${flipped} places`)
    await running.restart()
    const served = await this.#board.readNotes().catch((error: Error) => error.message)
    const isNamed = served === 'document.damaged'
    const isWhole = typeof served !== 'string' && this.#acknowledged.every((text) => served.includes(text))
    const words = typeof served === 'string' ? served : isWhole ? 'whole' : 'other content than was written'
    checks.add('flipped bytes: refused by name, or whole', isNamed || isWhole, words)
    const neighbour = await this.#neighbour.readNotes()
    checks.add('flipped bytes: the other board opens', neighbour.length === 20, `${neighbour.length} notes`)
    await running.kill('SIGKILL')
    return `flipped bytes: ${words}`
  }

  /** The newest checkpoint is garbled: the one before it and the rows after that one stand in. */
  async damageCheckpoint(): Promise<void> {
    const { running, checks } = this.#parts
    this.#restore()
    await running.restart()
    const room = await running.openRoom(WRITERS)
    const members: Member[] = []
    for (let at = 0; at < WRITERS; at += 1) members.push(await room.join())
    await writeRows(members, COMPACTED_ROWS)
    const acknowledged = members.flatMap((member) => member.acknowledged())
    for (const member of members) member.leave()
    await until(() => running.output().includes('journal.compacted'), { what: 'a checkpoint', timeoutMs: 20_000 })
    const late = await room.join()
    late.write('nach dem Stand')
    await until(() => late.isSaved, { what: 'the last note' })
    late.goOffline()
    await running.kill('SIGKILL')
    const database = new DatabaseSync(join(running.dataDir, 'tafelrunde.sqlite'))
    const { changes } = database.prepare('UPDATE journal_checkpoint SET bytes = zeroblob(length(bytes))').run()
    database.close()
    checks.add('checkpoints were damaged', Number(changes) > 0, `${changes}`)
    await running.restart()
    const notes = await room.readNotes()
    checks.noneMissing('damaged checkpoint: every acknowledged note', [...acknowledged, 'nach dem Stand'], notes)
    await running.kill('SIGKILL')
  }

  get #board(): Room {
    if (!this.#rooms) throw new Error('nothing is prepared')
    return this.#rooms[0]
  }

  get #neighbour(): Room {
    if (!this.#rooms) throw new Error('nothing is prepared')
    return this.#rooms[1]
  }

  #restore(): void {
    const { running, kept } = this.#parts
    if (existsSync(running.dataDir))
      for (const name of readdirSync(running.dataDir)) rmSync(join(running.dataDir, name), { recursive: true })
    cpSync(kept, running.dataDir, { recursive: true })
  }
}

function garbled(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (let times = 0; times < 20; times += 1) copy[random.integer(0, copy.length)] = random.integer(0, 256)
  return copy
}
