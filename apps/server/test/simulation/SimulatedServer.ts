import { EventEmitter } from 'node:events'
import type { Server } from 'node:http'
import { documentName, type DocumentName } from '@tafelrunde/protocol'
import { addCanvas, openBoard, seedBoard } from '@tafelrunde/schema'
import type { SimulatedNetwork } from '@tafelrunde/testkit'
import * as Y from 'yjs'
import { replay } from '../../src/journal/replay.ts'
import { SqliteJournal } from '../../src/journal/SqliteJournal.ts'
import type { Documents, RunStates, SeatDirectory } from '../../src/seams.ts'
import { createSync, type Sync } from '../../src/sync/createSync.ts'
import type { SyncLog } from '../../src/sync/SyncLog.ts'
import type { TestWorkshop } from '../sync/inProcess.ts'
import type { SimulatedDisk } from './SimulatedDisk.ts'
import { SimulatedWire } from './SimulatedWire.ts'

/** What a simulated server is made of. */
export interface ServerParts {
  readonly network: SimulatedNetwork
  readonly disk: SimulatedDisk
  readonly workshop: TestWorkshop
  /** Every line of the server's log. */
  readonly tell: (line: string) => void
}

/** The client id that the seeded board was written with. */
const SEED_CLIENT_ID = 1

/** The real sync layer (front, engine, extensions, journal) on a simulated network and disk; it can be killed. */
export class SimulatedServer {
  readonly board: DocumentName
  readonly #parts: ServerParts
  #sync: Sync | null = null
  #silence: () => void = () => undefined

  constructor(parts: ServerParts) {
    this.#parts = parts
    this.board = documentName('group', parts.workshop.groupA)
  }

  get isUp(): boolean {
    return this.#sync !== null
  }

  get documents(): Documents {
    if (!this.#sync) throw new Error('the server is down')
    return this.#sync.documents
  }

  /** Write the board that everybody begins with. */
  async seed(): Promise<void> {
    const ydoc = new Y.Doc()
    ydoc.clientID = SEED_CLIENT_ID
    seedBoard(ydoc, { canvases: [] })
    addCanvas(openBoard(ydoc), { templateId: 'target-group', title: 'Gründende' })
    await new SqliteJournal(this.#parts.disk.open()).append({
      document: this.board,
      seatId: null,
      at: Date.now(),
      bytes: Y.encodeStateAsUpdate(ydoc),
      claims: [{ clientId: SEED_CLIENT_ID, owner: 'server' }],
    })
  }

  start(): void {
    const { disk, network, workshop, tell } = this.#parts
    const log = recordingLog(tell)
    const { seats, runStates, silence } = untilSilenced(workshop)
    const sync = createSync({ db: disk.open(), seats, runStates, log, isAllowedOrigin: () => true })
    // Only for the beats: connections come from the simulated network.
    sync.attach(new EventEmitter() as Server)
    network.listen((end) => {
      try {
        sync.front.open((events) => new SimulatedWire(end, events), { schemaVersion: null })
      } catch {
        end.break()
      }
    })
    this.#sync = sync
    this.#silence = silence
  }

  /** Die at once, with everything that was under way. */
  kill(): void {
    this.#parts.network.listen(null)
    this.#silence()
    this.#sync = null
    this.#parts.disk.crash()
    this.#parts.network.cutAll()
  }

  /** Stop as at SIGTERM. */
  async stop(): Promise<void> {
    const sync = this.#sync
    if (!sync) return
    this.#parts.network.listen(null)
    await sync.stop()
    this.#silence()
    this.#sync = null
    this.#parts.disk.crash()
  }

  /** The board as a process would load it that starts now. */
  async stored(): Promise<Y.Doc> {
    const journal = new SqliteJournal(this.#parts.disk.open())
    const state = await journal.load(this.board)
    if (!state) throw new Error('the board is lost')
    const ydoc = new Y.Doc()
    replay(this.board, state, ydoc)
    return ydoc
  }
}

/** Seats and run state as one process sees them; a dead one hears of no change. */
function untilSilenced(workshop: TestWorkshop): { seats: SeatDirectory; runStates: RunStates; silence: () => void } {
  const stops: (() => void)[] = []
  const seats: SeatDirectory = {
    seatOfToken: (token) => workshop.seatOfToken(token),
    onSeatChanged: (listener) => {
      const stop = workshop.onSeatChanged(listener)
      stops.push(stop)
      return stop
    },
  }
  const runStates: RunStates = {
    load: () => workshop.load(),
    current: (workshopId) => workshop.current(workshopId),
    workshopOfGroup: (groupId) => workshop.workshopOfGroup(groupId),
    onChanged: (listener) => {
      const stop = workshop.onChanged(listener)
      stops.push(stop)
      return stop
    },
  }
  return { seats, runStates, silence: () => stops.forEach((stop) => stop()) }
}

function recordingLog(tell: (line: string) => void): SyncLog {
  const write = (event: string, fields: object, cause?: unknown): void => {
    const { document: _, ...rest } = fields as Record<string, unknown>
    tell(`server ${event} ${JSON.stringify(rest)}${cause instanceof Error ? ` ${cause.message}` : ''}`)
  }
  return { info: write, warn: write, error: write }
}
