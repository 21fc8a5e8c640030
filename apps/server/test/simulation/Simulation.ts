// First, or Yjs has its randomness from elsewhere.
import { installRandom } from '@tafelrunde/testkit/random'
import { addItem, applyInverse, isEqual, openBoard, readBoard, type Inverse } from '@tafelrunde/schema'
import { OPERATIONS } from '@tafelrunde/schema/testing'
import { itemFragment } from '@tafelrunde/schema/transport'
import { SeededRandom, SimulatedNetwork, VirtualClock } from '@tafelrunde/testkit'
import * as Y from 'yjs'
import { TestWorkshop } from '../sync/inProcess.ts'
import { Ledger } from './Ledger.ts'
import { SimulatedClient, type SimulatedPerson } from './SimulatedClient.ts'
import { SimulatedDisk } from './SimulatedDisk.ts'
import { SimulatedServer } from './SimulatedServer.ts'

/** What is simulated. */
export interface SimulationOptions {
  readonly operations?: number
  /** The disk confirms what it has not written: a run must notice that. */
  readonly isDiskLying?: boolean
  /** Clients throw refused texts away: a run must notice that, too. */
  readonly areTraysLost?: boolean
}

/** What a run has done, so that nobody takes an empty run for a good one. */
export interface SimulationReport {
  readonly seed: number
  readonly operations: number
  readonly kinds: number
  readonly cuts: number
  readonly kills: number
  readonly serverEdits: number
  readonly refusals: number
  readonly trayTexts: number
  readonly textsOnBoard: number
  readonly acknowledgements: number
  readonly diskFailures: number
  readonly reloads: number
  /** The same for the same seed. */
  readonly traceHash: number
}

type Fault = (client: SimulatedClient) => void | Promise<void>

/** Who writes what nobody has typed. */
const SERVER = '9'

/** How long everything may take to come to rest after the last fault, virtual milliseconds. */
const REST_MS = 180_000

/** One run of five tabs of four people against a server that is cut, frozen, killed and whose disk fails; by seed. */
export async function simulate(seed: number, options: SimulationOptions = {}): Promise<SimulationReport> {
  const clock = new VirtualClock()
  const uninstall = [clock.install(), installRandom(new SeededRandom(seed))]
  const engineOutput: Pick<Console, 'error'> = console
  const print = engineOutput.error.bind(console)
  const log: string[] = []
  const tell = (line: string): void => void log.push(`${clock.elapsedMs} ${line}`)
  // The engine prints every refusal that a hook throws.
  engineOutput.error = (...words: unknown[]) => tell(`engine ${words.map(String).join(' ')}`)
  const simulation = new Simulation({ seed, options, clock, tell })
  try {
    return await simulation.run()
  } catch (error) {
    const tail = log.slice(-Number(process.env['SIM_LOG'] ?? 80)).join('\n')
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}\n${tail}`, {
      cause: error,
    })
  } finally {
    simulation.end()
    engineOutput.error = print
    for (const end of uninstall) end()
  }
}

class Simulation {
  readonly #seed: number
  readonly #aim: number
  readonly #areTraysLost: boolean
  readonly #clock: VirtualClock
  readonly #tell: (line: string) => void
  readonly #random: SeededRandom
  readonly #workshop = new TestWorkshop()
  readonly #network: SimulatedNetwork
  readonly #disk: SimulatedDisk
  readonly #server: SimulatedServer
  readonly #ledger = new Ledger()
  readonly #people: SimulatedPerson[] = []
  readonly #clients: SimulatedClient[] = []
  readonly #inverses = new Map<SimulatedClient, Inverse[]>()
  readonly #kinds = new Set<string>()
  readonly #faults: readonly (readonly [weight: number, name: string, fault: Fault])[]
  #operations = 0
  #kills = 0
  #serverEdits = 0
  #reloads = 0
  readonly #clientIds = new Set<number>()
  #isFrozen = false
  /** Faults that are not over yet. */
  #ongoing = 0
  /** What went wrong while time was passing. */
  #failure: Error | null = null

  constructor(parts: { seed: number; options: SimulationOptions; clock: VirtualClock; tell: (line: string) => void }) {
    this.#seed = parts.seed
    this.#aim = parts.options.operations ?? 200
    this.#areTraysLost = parts.options.areTraysLost === true
    this.#clock = parts.clock
    this.#tell = parts.tell
    // Own streams, so that a change in one part leaves the others as they were.
    const stream = (number: number): SeededRandom => new SeededRandom(Math.imul(parts.seed, 2_654_435_761) + number)
    this.#random = stream(1)
    this.#network = new SimulatedNetwork({ clock: parts.clock, random: stream(2) })
    this.#disk = new SimulatedDisk({
      clock: parts.clock,
      random: stream(3),
      isLying: parts.options.isDiskLying === true,
    })
    this.#server = new SimulatedServer({
      network: this.#network,
      disk: this.#disk,
      workshop: this.#workshop,
      tell: parts.tell,
    })
    for (const [name, tabs] of [
      ['0', 1],
      ['1', 1],
      ['2', 1],
      ['3', 2],
    ] as const)
      this.#join(name, tabs, stream(10 + Number(name)))
    this.#faults = [
      [
        5,
        'cut',
        ({ host }) => void this.#network.cut(host, { serverNoticesAfterMs: this.#random.pick([0, 30, 400, 5_000]) }),
      ],
      [4, 'offline', ({ host }) => this.#beOffline(host)],
      [
        3,
        'partition',
        ({ host }) =>
          this.#forAWhile(
            () => this.#network.partition(host),
            () => this.#network.heal(host),
          ),
      ],
      [4, 'reload', (client) => this.#reload(client)],
      [3, 'freeze', () => this.#freeze()],
      [3, 'server edit', () => this.#editOnServer()],
      [3, 'kill', () => this.#kill()],
      [1, 'stop', () => this.#stop()],
      [
        2,
        'disk full',
        () =>
          this.#forAWhile(
            () => (this.#disk.mood = 'full'),
            () => this.#disk.heal(),
          ),
      ],
      [
        2,
        'disk stalled',
        () =>
          this.#forAWhile(
            () => (this.#disk.mood = 'stalled'),
            () => this.#disk.heal(),
          ),
      ],
      [
        1,
        'disk uncertain',
        () =>
          this.#forAWhile(
            () => (this.#disk.mood = 'uncertain'),
            () => this.#disk.heal(),
          ),
      ],
    ]
  }

  async run(): Promise<SimulationReport> {
    const seeded = this.#server.seed()
    await this.#clock.run(20)
    await seeded
    this.#server.start()
    for (const client of this.#clients) client.load()
    await this.#clock.run(400)
    while (this.#operations < this.#aim) {
      await this.#act()
      await this.#clock.run(this.#pause())
      if (this.#failure) throw this.#failure
    }
    await this.#rest('in the end')
    const textsOnBoard = await this.#assertAllIsWell()
    const before = (this.#clients[0] as SimulatedClient).ydoc
    this.#kill()
    const stored = await this.#inTime(this.#server.stored())
    if (!Y.equalSnapshots(Y.snapshot(stored), Y.snapshot(before))) throw new Error('a restart changes the document')
    await this.#rest('after a last restart')
    await this.#assertAllIsWell()
    return this.#report(textsOnBoard)
  }

  end(): void {
    for (const client of this.#clients) client.leave()
    this.#disk.close()
  }

  #join(name: string, tabs: number, random: SeededRandom): void {
    const { token } = this.#workshop.seat('participant', this.#workshop.groupA, name)
    const person: SimulatedPerson = { name, token, tray: new Map(), tabs: [] }
    this.#people.push(person)
    for (let tab = 0; tab < tabs; tab += 1) {
      const client = new SimulatedClient({
        person,
        host: `${name}${'ab'[tab]}`,
        board: this.#server.board,
        network: this.#network,
        random,
        clientIds: this.#clientIds,
        onSaved: (clocks) => this.#ledger.acknowledge(clocks),
        tell: this.#tell,
      })
      this.#clients.push(client)
      this.#inverses.set(client, [])
    }
  }

  /** Mostly people work in bursts; now and then nothing happens for a while. */
  #pause(): number {
    const which = this.#random.integer(0, 20)
    if (which < 8) return 0
    if (which < 18) return this.#random.integer(1, 60)
    return this.#random.integer(100, which === 18 ? 600 : 4_000)
  }

  async #act(): Promise<void> {
    const client = this.#random.pick(this.#clients)
    const what = this.#random.integer(0, 100)
    if (what < 12) return this.#fail(client)
    if (what < 20) return client.point(what)
    if (!client.mayEdit) return
    this.#edit(client, what)
  }

  #edit(client: SimulatedClient, what: number): void {
    const { board, person } = client
    const name =
      what < 43
        ? 'type'
        : what < 57
          ? 'note'
          : what < 62
            ? 'mark'
            : what < 67
              ? 'undo'
              : this.#random.pick(Object.keys(OPERATIONS))
    const before = this.#ledger.typed.size
    const isDone = this.#ledger.watch(person.name, board, () => {
      if (name === 'note') return this.#note(client)
      if (name === 'type') return this.#type(client)
      if (name === 'mark') return this.#mark(client)
      if (name === 'undo') return this.#undo(client)
      const applied = OPERATIONS[name]?.(board, this.#operationRandom)
      if (applied) this.#inverses.get(client)?.push(applied.inverse)
      return Boolean(applied)
    })
    if (!isDone) return
    this.#operations += 1
    this.#kinds.add(name)
    this.#tell(`${client.host} ${name} ${this.#ledger.newest(before)}`.trimEnd())
  }

  get #operationRandom(): { below(end: number): number; pick<T>(list: readonly T[]): T } {
    const random = this.#random
    return {
      below: (end) => random.integer(0, end),
      pick: (list) => list[random.integer(0, list.length)] as (typeof list)[number],
    }
  }

  #note(client: SimulatedClient): boolean {
    const token = this.#ledger.newToken(client.person.name)
    const canvasId = readBoard(client.board).canvases[0]?.id ?? null
    const applied = addItem(client.board, { place: { canvasId, fieldId: canvasId ? 'goals' : 'free' }, text: token })
    if (applied) this.#inverses.get(client)?.push(applied.inverse)
    return applied !== null
  }

  /** Type at the end of a note as a bound editor does: into the fragment, past the operations. */
  #type(client: SimulatedClient): boolean {
    const { text } = this.#anyText(client)
    if (!text) return false
    const token = this.#ledger.newToken(client.person.name)
    client.ydoc.transact(() => text.insert(text.length, token, {}))
    return true
  }

  /** Make part of a text bold, or take that away. */
  #mark(client: SimulatedClient): boolean {
    const { text, itemId } = this.#anyText(client)
    if (!text || text.length === 0) return false
    // By whole characters, as editors do: where a pair of surrogates is cut, Yjs puts other characters into one copy.
    const characters = Array.from(text.toString().replaceAll(/<[^>]*>/g, ''))
    const first = this.#random.integer(0, characters.length)
    const from = characters.slice(0, first).join('').length
    const { length } = characters.slice(first, first + this.#random.integer(1, 12)).join('')
    client.ydoc.transact(() => text.format(from, length, { bold: this.#random.pick([{}, null]) }))
    this.#ledger.mark(itemId)
    return true
  }

  #anyText(client: SimulatedClient): { text: Y.XmlText | null; itemId: string } {
    const { items } = readBoard(client.board)
    const item = items[this.#random.integer(0, items.length)]
    const paragraph = item && itemFragment(client.board, item.id)?.toArray().at(-1)
    const text = paragraph instanceof Y.XmlElement ? paragraph.toArray().at(-1) : null
    return { text: text instanceof Y.XmlText ? text : null, itemId: item?.id ?? '' }
  }

  #undo(client: SimulatedClient): boolean {
    const inverse = this.#inverses.get(client)?.pop()
    return inverse !== undefined && !('skipped' in applyInverse(client.board, inverse))
  }

  async #fail(client: SimulatedClient): Promise<void> {
    let at = this.#random.integer(
      0,
      this.#faults.reduce((sum, [weight]) => sum + weight, 0),
    )
    const chosen = this.#faults.find(([weight]) => (at -= weight) < 0)
    if (!chosen) return
    this.#tell(`${client.host} ${chosen[1]}`)
    await chosen[2](client)
  }

  #forAWhile(begin: () => void, end: () => void): void {
    begin()
    this.#ongoing += 1
    this.#clock.after(this.#random.integer(10, this.#random.pick([100, 300, 3_000])), () => {
      this.#ongoing -= 1
      end()
    })
  }

  #beOffline(host: string): void {
    this.#forAWhile(
      () => {
        this.#network.partition(host)
        this.#network.cut(host, { serverNoticesAfterMs: this.#random.pick([0, 10_000]) })
      },
      () => this.#network.heal(host),
    )
  }

  #reload(client: SimulatedClient): void {
    this.#reloads += 1
    if (this.#random.chance(0.3)) this.#network.cut(client.host, { serverNoticesAfterMs: this.#random.pick([0, 300]) })
    client.reload()
  }

  async #freeze(): Promise<void> {
    if (this.#isFrozen || !this.#server.isUp) return
    if (this.#random.chance(0.5)) {
      const announced = this.#server.documents.announceAndFlush([this.#server.board], 'board.frozen', 1_000)
      let isOver = false
      void announced.then(() => (isOver = true))
      await this.#clock.runUntil(() => isOver, 1_500)
    }
    this.#isFrozen = true
    this.#workshop.freeze(true)
    this.#clock.after(this.#random.integer(10, 1_500), () => this.#thaw())
  }

  #thaw(): void {
    this.#isFrozen = false
    this.#workshop.freeze(false)
  }

  /** A moderator's command writes on the board past all sockets; once it is done it counts as acknowledged. */
  #editOnServer(): void {
    if (!this.#server.isUp) return
    const token = this.#ledger.newToken(SERVER)
    const edited = this.#server.documents.edit(this.#server.board, (ydoc) =>
      addItem(openBoard(ydoc), { place: { canvasId: null, fieldId: 'free' }, text: token }),
    )
    edited
      .then((applied) => {
        this.#serverEdits += 1
        this.#ledger.typed.set(token, { person: SERVER, itemId: applied?.result ?? '' })
      })
      .catch((error: unknown) => this.#tell(`the server could not edit: ${String(error)}`))
  }

  #kill(): void {
    if (!this.#server.isUp) return
    this.#kills += 1
    this.#tell('the server is killed')
    this.#server.kill()
    this.#comeBack()
  }

  async #stop(): Promise<void> {
    if (!this.#server.isUp || this.#disk.mood !== 'well') return
    let isOver = false
    void this.#server.stop().then(() => (isOver = true))
    if (!(await this.#clock.runUntil(() => isOver, 5_000))) throw new Error('the server does not stop')
    this.#comeBack()
  }

  #comeBack(): void {
    const restart = (): void => {
      this.#restart().catch((error: unknown) => {
        this.#failure = error instanceof Error ? error : new Error(String(error))
      })
    }
    this.#clock.after(this.#random.integer(20, 1_500), restart)
  }

  /** Before anybody can bring it again, the disk must have all that was acknowledged. */
  async #restart(): Promise<void> {
    this.#ledger.assertHasAcknowledged(await this.#server.stored(), 'the disk after a restart')
    this.#server.start()
  }

  async #rest(when: string): Promise<void> {
    this.#tell(`rest ${when}`)
    const isAtRest = (): boolean =>
      this.#ongoing === 0 &&
      this.#server.isUp &&
      !this.#isFrozen &&
      this.#disk.isIdle &&
      this.#clients.every((client) => client.isSaved)
    const isOver = (): boolean => this.#failure !== null || isAtRest()
    const isQuiet = await this.#clock.runUntil(isOver, REST_MS)
    if (this.#failure) throw this.#failure
    if (isQuiet) return this.#clock.run(1_000)
    const waiting = this.#clients.filter((client) => !client.isSaved).map((client) => client.describe())
    throw new Error(`${when} nothing comes to rest; not saved: ${waiting.join(' ')}`)
  }

  async #assertAllIsWell(): Promise<number> {
    const server = new Y.Doc()
    const state = await this.#inTime(this.#server.documents.readState(this.#server.board))
    Y.applyUpdate(server, state)
    this.#ledger.assertHasAcknowledged(server, 'the server')
    const expected = Buffer.from(Y.encodeSnapshot(Y.snapshot(server)))
    const [first, ...others] = this.#clients
    for (const client of this.#clients) {
      if (!expected.equals(Y.encodeSnapshot(Y.snapshot(client.ydoc)))) {
        throw new Error(`${client.host} and the server have different documents`)
      }
    }
    const board = readBoard((first as SimulatedClient).board)
    for (const client of others) {
      if (!isEqual(readBoard(client.board), board)) throw new Error(`${client.host} shows another board`)
    }
    const trays = new Map(
      this.#people.map(({ name, tray }) => [name, this.#areTraysLost ? [] : Array.from(tray.values())]),
    )
    return this.#ledger.assertTextsKept((first as SimulatedClient).board, trays)
  }

  async #inTime<T>(promise: Promise<T>): Promise<T> {
    let isOver = false
    void promise.finally(() => (isOver = true)).catch(() => undefined)
    if (!(await this.#clock.runUntil(() => isOver, 10_000))) throw new Error('the server does not answer')
    return promise
  }

  #report(textsOnBoard: number): SimulationReport {
    return {
      seed: this.#seed,
      operations: this.#operations,
      kinds: this.#kinds.size,
      cuts: this.#network.counts.cuts,
      kills: this.#kills,
      serverEdits: this.#serverEdits,
      refusals: this.#clients.reduce((sum, { refusals }) => sum + refusals.length, 0),
      trayTexts: this.#people.reduce((sum, { tray }) => sum + tray.size, 0),
      textsOnBoard,
      acknowledgements: this.#ledger.acknowledgements,
      diskFailures: this.#disk.counts.failures,
      reloads: this.#reloads,
      traceHash: this.#network.traceHash,
    }
  }
}
