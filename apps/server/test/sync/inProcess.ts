import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError, documentName, type DocumentName, type Role } from '@tafelrunde/protocol'
import { addCanvas, openBoard, openWorkshopState, seedBoard, writeRunState } from '@tafelrunde/schema'
import {
  newId,
  type CanvasId,
  type Group,
  type GroupId,
  type RunState,
  type SeatId,
  type Step,
  type WorkshopId,
} from '@tafelrunde/schema/plain'
import { sampleGroup, sampleRun, sampleStep } from '@tafelrunde/schema/samples'
import type { Database, Documents, RunStates, Seat, SeatDirectory } from '../../src/seams.ts'
import { openDatabase } from '../../src/store/openDatabase.ts'
import { createSync, type Sync } from '../../src/sync/createSync.ts'
import type { StoreLog } from '../../src/store/StoreLog.ts'
import type { SyncLog } from '../../src/sync/SyncLog.ts'
import { ORDINARY_SEAT } from '../../src/testing/ordinarySeat.ts'

/** A workshop in memory: two groups and the common board, seats by token, a run state that a test steers. */
export class TestWorkshop implements SeatDirectory, RunStates {
  readonly id = newId<WorkshopId>()
  readonly common = newId<GroupId>()
  readonly groupA = newId<GroupId>()
  readonly groupB = newId<GroupId>()
  readonly #seats = new Map<string, Seat>()
  readonly #seatListeners = new Set<(seatId: SeatId, seat: Seat | null) => void>()
  readonly #runListeners = new Set<(workshopId: WorkshopId, run: RunState) => void>()
  #run: RunState

  constructor() {
    const group = (id: GroupId, letter: string): Group =>
      sampleGroup({ id, kind: letter === 'P' ? 'common' : 'group', letter, name: letter })
    const groups = [group(this.common, 'P'), group(this.groupA, 'A'), group(this.groupB, 'B')]
    this.#run = sampleRun({ groups }, { id: this.id, title: 'Test' })
  }

  /** A new seat; its token opens documents. */
  seat(role: Role, groupId: GroupId | null, name = 'Anna'): { token: string; seat: Seat } {
    const seat: Seat = {
      id: newId<SeatId>(),
      workshopId: this.id,
      role,
      groupId,
      name,
      organisation: 'Land A',
      ...ORDINARY_SEAT,
    }
    const token = `seat_${newId<string>()}`
    this.#seats.set(token, seat)
    return { token, seat }
  }

  changeSeat(token: string, change: Partial<Seat> | null): void {
    const seat = this.#seats.get(token) as Seat
    const next = change ? { ...seat, ...change } : null
    if (next) this.#seats.set(token, next)
    else this.#seats.delete(token)
    for (const listener of this.#seatListeners) listener(seat.id, next)
  }

  steer(change: Partial<RunState>): void {
    this.#run = { ...this.#run, ...change, version: this.#run.version + 1 }
    for (const listener of this.#runListeners) listener(this.id, this.#run)
  }

  /** Run a step that is made of these rules. */
  startStep(rules: Partial<Step>): void {
    const step = sampleStep({ title: '', ...rules })
    this.steer({ steps: [step], current: { stepId: step.id, startedAt: 0, endsAt: null, isClosed: false, part: null } })
  }

  freeze(isFrozen: boolean): void {
    this.steer({ frozen: { all: isFrozen, groupIds: [] } })
  }

  editGroup(groupId: GroupId, change: Partial<Group>): void {
    this.steer({ groups: this.#run.groups.map((group) => (group.id === groupId ? { ...group, ...change } : group)) })
  }

  async seatOfToken(token: string): Promise<Seat> {
    const seat = this.#seats.get(token)
    if (!seat) throw new AppError('seat.unknown', 'no such token')
    return seat
  }
  onSeatChanged(listener: (seatId: SeatId, seat: Seat | null) => void): () => void {
    this.#seatListeners.add(listener)
    return () => this.#seatListeners.delete(listener)
  }
  async load(): Promise<RunState> {
    return this.#run
  }
  current(workshopId: WorkshopId): RunState | undefined {
    return workshopId === this.id ? this.#run : undefined
  }
  async workshopOfGroup(groupId: GroupId): Promise<WorkshopId | null> {
    return this.#run.groups.some((group) => group.id === groupId) ? this.id : null
  }
  onChanged(listener: (workshopId: WorkshopId, run: RunState) => void): () => void {
    this.#runListeners.add(listener)
    return () => this.#runListeners.delete(listener)
  }
}

/** A sync server in this process, on a free port and an own data folder. */
export interface TestServer {
  readonly url: string
  readonly workshop: TestWorkshop
  readonly documents: Documents
  readonly database: Database
  /** The canvas that group A's board was made with. */
  readonly canvasA: CanvasId
  readonly events: string[]
  board(groupId: GroupId): DocumentName
  /** What the server has queued for each of its connections, bytes. */
  backlogs(): number[]
  /** Stop the sync layer and start it again on the same data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export async function startTestServer(): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-sync-'))
  const workshop = new TestWorkshop()
  const events: string[] = []
  const record = (event: string): void => void events.push(event)
  const log: SyncLog & StoreLog = { info: record, warn: record, error: record }
  const isAllowedOrigin = (origin: string): boolean => origin === 'http://localhost:3000'
  let database = await openDatabase(dataDir, { log })
  let sync: Sync
  let http: Server
  const connections = new Set<Socket>()
  let port = 0
  const start = async (): Promise<void> => {
    sync = createSync({ db: database, seats: workshop, runStates: workshop, log, isAllowedOrigin })
    http = createServer((_request, response) => response.writeHead(404).end())
    sync.attach(http)
    http.on('connection', (socket) => {
      connections.add(socket)
      socket.once('close', () => connections.delete(socket))
    })
    await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
    port = (http.address() as AddressInfo).port
  }
  const halt = async (): Promise<void> => {
    await sync.stop()
    await new Promise((resolve) => http.close(resolve))
    await database.close()
  }
  await start()
  let canvasA = '' as CanvasId
  for (const groupId of [workshop.common, workshop.groupA, workshop.groupB]) {
    await sync!.documents.begin(documentName('group', groupId), (ydoc) => {
      seedBoard(ydoc, { canvases: [] })
      const added = addCanvas(openBoard(ydoc), { templateId: 'target-group', title: 'Gründende' })
      if (groupId === workshop.groupA && added) canvasA = added.result
    })
  }
  await sync!.documents.begin(documentName('workshop', workshop.id), (ydoc) =>
    writeRunState(openWorkshopState(ydoc), workshop.current(workshop.id) as RunState),
  )
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    workshop,
    canvasA,
    events,
    get documents() {
      return sync.documents
    },
    get database() {
      return database
    },
    backlogs: () => Array.from(connections, (socket) => socket.writableLength),
    board: (groupId) => documentName('group', groupId),
    async restart() {
      await halt()
      database = await openDatabase(dataDir, { log })
      await start()
    },
    async stop() {
      await halt()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
