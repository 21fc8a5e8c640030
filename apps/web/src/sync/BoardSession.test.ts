import { documentName, encodeRefusalMessage } from '@tafelrunde/protocol'
import {
  addItem,
  editItemText,
  readBoard,
  richTextOf,
  seedBoard,
  type Board,
  type GroupId,
  type ItemId,
  type RunState,
} from '@tafelrunde/schema'
import { openBoard } from '@tafelrunde/schema/transport'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { StoredSeat } from '../api/seats.ts'
import { BoardSession } from './BoardSession.ts'
import { createSource } from './Source.ts'
import type { SyncSocket } from './SyncSocket.ts'
import { FakeServer } from './testing/FakeServer.ts'
import { MemoryStorage } from '../api/MemoryStorage.ts'
import { TransportChoice } from './TransportChoice.ts'
import { Tray, type TrayServer } from './Tray.ts'
import { readUnsentEdits } from './unsentEdits.ts'

const GROUP = 'gAAAAAAAAAAAAAAAAAAAAA' as GroupId
const SEAT: StoredSeat = {
  workshopId: 'wAAAAAAAAAAAAAAAAAAAAA',
  seatId: 'sAAAAAAAAAAAAAAAAAAAAA',
  token: 'seat_secret',
  role: 'participant',
  name: 'Annika',
  organisation: 'Land A',
  groupId: GROUP,
  title: 'OZG-Marketing',
  lastUsedAt: 0,
  instanceId: 'test',
  recoveryCode: null,
}

const unreachableTray: TrayServer = {
  put: () => new Promise(() => {}),
  finish: () => new Promise(() => {}),
  list: () => new Promise(() => {}),
}

let server: FakeServer
let sessions: BoardSession[]

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('localStorage', new MemoryStorage())
  vi.stubGlobal('sessionStorage', new MemoryStorage())
  server = new FakeServer()
  seedBoard(server.ydoc, { canvases: [{ templateId: 'target-group', title: 'Gründende' }] })
  sessions = []
})

afterEach(() => {
  for (const session of sessions) session.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function open(
  seat: Partial<StoredSeat> = {},
  more: Partial<ConstructorParameters<typeof BoardSession>[0]> = {},
): Promise<BoardSession> {
  const before = server.connections
  const session = new BoardSession({
    seat: { ...SEAT, ...seat },
    groupId: GROUP,
    socket: { choice: new TransportChoice() } as SyncSocket,
    openLink: server.openLink,
    runState: createSource(null),
    tray: new Tray(seat.seatId ?? SEAT.seatId, unreachableTray),
    ...more,
  })
  sessions.push(session)
  await vi.waitFor(() => expect(server.connections).toBe(before + 1))
  return session
}

function write(session: BoardSession, text: string): ItemId {
  const canvas = readBoard(session.board).canvases[0]
  const applied = addItem(session.board, { place: { canvasId: canvas?.id ?? null, fieldId: 'goals' }, text })
  if (!applied) throw new Error('the item was not added')
  return applied.result
}

const textsOf = (session: BoardSession) => readBoard(session.board).items.map((item) => item.plainText)
const textsOnServer = () => readBoard(openBoard(server.ydoc)).items.map((item) => item.plainText)
const trayOf = (session: BoardSession) => session.tray.entries.get().map((entry) => entry.text)

describe('BoardSession', () => {
  test('the lamp says saved only after the server has confirmed every edit', async () => {
    const session = await open()
    expect(session.state.get()).toMatchObject({ lamp: 'saved', transport: 'online', isLoaded: true, waiting: 0 })
    server.isConfirming = false
    write(session, 'eins')
    write(session, 'zwei')
    expect(session.state.get()).toMatchObject({ lamp: 'sent', waiting: 2 })
    server.confirm()
    expect(session.state.get()).toMatchObject({ lamp: 'saved', waiting: 0 })
  })

  test('the lamp tells since when the oldest edit has not been confirmed', async () => {
    const session = await open()
    server.isConfirming = false
    write(session, 'eins')
    const first = Date.now()
    vi.advanceTimersByTime(5_000)
    write(session, 'zwei')
    expect(session.state.get()).toMatchObject({ lamp: 'sent', sentSince: first, waiting: 2 })
    server.confirm(1)
    expect(session.state.get()).toMatchObject({ lamp: 'sent', sentSince: first + 5_000, waiting: 1 })
    server.confirm()
    expect(session.state.get()).toMatchObject({ lamp: 'saved', sentSince: null })
  })

  test('[F3] while the server cannot save, people are told so, until everything typed meanwhile is confirmed', async () => {
    const session = await open()
    server.refusal = 'storage.unavailable'
    write(session, 'bei voller Platte')
    expect(session.state.get()).toMatchObject({ trouble: 'storage.unavailable', isReadOnly: false })
    vi.advanceTimersByTime(4_000)
    expect(session.state.get().trouble).toBe('storage.unavailable')
    expect(session.state.get().lamp).not.toBe('saved')
    server.refusal = null
    vi.advanceTimersByTime(2_000)
    expect(session.state.get()).toMatchObject({ lamp: 'saved', trouble: null })
    expect(textsOnServer()).toEqual(['bei voller Platte'])
    expect(trayOf(session)).toEqual([])
  })

  test('[F15] a page that is too old says so and, without a database on the device, keeps its edits in the tray', async () => {
    const session = await open()
    server.goOffline()
    write(session, 'vor dem Update')
    server.close('version.tooOld')
    vi.advanceTimersByTime(60_000)
    expect(session.state.get()).toMatchObject({ transport: 'refused', refusal: 'version.tooOld', isReadOnly: true })
    expect(session.state.get()).toMatchObject({ lamp: 'device', waiting: 0 })
    expect(trayOf(session)).toEqual(['vor dem Update'])
  })

  test('work goes on without a connection, the lamp counts what waits, and everything goes out afterwards', async () => {
    const session = await open()
    server.goOffline()
    write(session, 'im Zug')
    write(session, 'im Tunnel')
    const { lamp, since, waiting, isReadOnly } = session.state.get()
    expect({ lamp, waiting, isReadOnly }).toEqual({ lamp: 'device', waiting: 2, isReadOnly: false })
    expect(since).toBe(Date.now())
    server.comeBack()
    expect(session.state.get()).toMatchObject({ lamp: 'saved', since: null, waiting: 0 })
    expect(textsOnServer()).toEqual(['im Zug', 'im Tunnel'])
  })

  test('edits that wait are still counted after a reload without a connection', async () => {
    const session = await open()
    server.goOffline()
    write(session, 'im Zug')
    session.close()
    expect((await open()).state.get()).toMatchObject({ lamp: 'device', waiting: 1 })
  })

  test('a second tab of the seat that is online does not make forgotten what waits in the first', async () => {
    const offline = await open()
    const [itsServer, otherServer] = [server, new FakeServer()]
    seedBoard(otherServer.ydoc, { canvases: [{ templateId: 'target-group', title: 'Gründende' }] })
    server = otherServer
    const online = await open()
    itsServer.goOffline()
    write(offline, 'im Zug')
    write(online, 'am Schreibtisch')
    expect(online.state.get()).toMatchObject({ lamp: 'saved', waiting: 0 })
    expect(readUnsentEdits(SEAT.seatId, documentName('group', GROUP))).toBe(1)
    itsServer.comeBack()
    expect(offline.state.get()).toMatchObject({ lamp: 'saved', waiting: 0 })
    expect(readUnsentEdits(SEAT.seatId, documentName('group', GROUP))).toBe(0)
  })

  test('refused text is in the tray, the board is the server’s, and writing goes on without a reload', async () => {
    const session = await open()
    const shared = write(session, 'gemeinsam')
    server.goOffline()
    write(session, 'nur hier')
    editItemText(session.board, shared, richTextOf('gemeinsam und mehr'))
    server.refusal = 'board.frozen'
    const before = session.board
    server.comeBack()
    expect(trayOf(session)).toEqual(['gemeinsam und mehr', 'nur hier'])
    expect(session.tray.entries.get()[0]).toMatchObject({ itemId: shared, fieldId: 'goals', reason: 'board.frozen' })
    expect(session.board).not.toBe(before)
    expect(textsOf(session)).toEqual(['gemeinsam'])
    expect(session.state.get()).toMatchObject({ lamp: 'saved', transport: 'online', refusal: null, waiting: 0 })

    server.refusal = null
    write(session, 'weiter')
    expect(textsOnServer()).toEqual(['gemeinsam', 'weiter'])
  })

  test('a refusal while nothing was typed leaves the tray empty', async () => {
    const session = await open()
    write(session, 'da')
    server.close('board.locked')
    expect(trayOf(session)).toEqual([])
    expect(textsOf(session)).toEqual(['da'])
    expect(session.state.get()).toMatchObject({ lamp: 'saved', refusal: null })
  })

  test('what others wrote since is not put into the tray', async () => {
    const session = await open()
    const shared = write(session, 'kurz')
    server.goOffline()
    editItemText(openBoard(server.ydoc), shared, richTextOf('kurz und gut'))
    write(session, 'meins')
    server.refusal = 'step.closed'
    server.comeBack()
    expect(trayOf(session)).toEqual(['meins'])
    expect(textsOf(session)).toEqual(['kurz und gut'])
  })

  test('when writing ends it stops input, answers, and goes on if writing opens again', async () => {
    const session = await open()
    server.send(encodeRefusalMessage({ type: 'writing.ending', reason: 'board.frozen', id: 'f1', graceMs: 3000 }))
    expect(session.state.get()).toMatchObject({ isReadOnly: true, readOnlyReason: 'ending', refusal: 'board.frozen' })
    expect(server.flushed).toEqual([])
    vi.advanceTimersByTime(50)
    expect(server.flushed).toEqual(['f1'])
    server.send(encodeRefusalMessage({ type: 'writing.open' }))
    expect(session.state.get()).toMatchObject({ isReadOnly: false, refusal: null })
  })

  test('if writing was announced to end and nothing came of it, it goes on by itself', async () => {
    const session = await open()
    server.send(encodeRefusalMessage({ type: 'writing.ending', reason: 'board.frozen', id: 'f1', graceMs: 3000 }))
    vi.advanceTimersByTime(5_000)
    expect(session.state.get()).toMatchObject({ isReadOnly: false, refusal: null })
  })

  test('a document that is unavailable is asked for again, and nothing typed meanwhile is lost', async () => {
    const session = await open()
    server.goOffline()
    server.close('storage.unavailable')
    write(session, 'trotzdem')
    server.comeBack()
    vi.advanceTimersByTime(2_000)
    expect(session.state.get()).toMatchObject({ lamp: 'saved' })
    expect(textsOnServer()).toEqual(['trotzdem'])
    expect(trayOf(session)).toEqual([])
  })

  test('a seat that was revoked is told so and cannot write', async () => {
    const session = await open()
    server.close('seat.revoked')
    vi.advanceTimersByTime(60_000)
    expect(session.state.get()).toMatchObject({ transport: 'refused', refusal: 'seat.revoked', isReadOnly: true })
    expect(server.connections).toBe(0)
  })

  test('what was never confirmed is in the tray when the board is closed for good', async () => {
    const session = await open()
    write(session, 'bestätigt')
    server.goOffline()
    write(session, 'unterwegs')
    server.close('document.notOpen')
    expect(trayOf(session)).toEqual(['unterwegs'])
    expect(session.state.get()).toMatchObject({ transport: 'refused', refusal: 'document.notOpen' })
  })

  test('two seats in one browser share neither board copy nor tray nor undo', async () => {
    const [one, two] = [await open(), await open({ seatId: 'sBBBBBBBBBBBBBBBBBBBBB' })]
    server.goOffline()
    write(one, 'von eins')
    expect(textsOf(two)).toEqual([])
    one.keepText('Rest')
    expect(trayOf(two)).toEqual([])
    server.comeBack()
    expect(textsOf(two)).toEqual(['von eins'])
  })

  test('an observer’s board is saved and read-only', async () => {
    const session = await open({ role: 'observer' })
    expect(session.state.get()).toMatchObject({ lamp: 'saved', isReadOnly: true, readOnlyReason: 'observing' })
  })
})

describe('the private document of a seat', () => {
  const runOf = (closedAt: number | null, version: number): RunState =>
    ({ version, closedAt, groups: [], frozen: { all: true, groupIds: [] } }) as unknown as RunState

  test('is open for writing during a freeze, and what is refused goes to nobody but the fresh copy', async () => {
    const rescue = vi.fn<(refused: Board, fresh: Board) => void>()
    const session = await open({}, { rescue, runState: createSource<RunState | null>(runOf(null, 1)) })
    expect(session.state.get()).toMatchObject({ isLoaded: true, isReadOnly: false })
    server.refusal = 'update.clockGap'
    write(session, 'nur für mich')
    server.refusal = null
    await vi.waitFor(() => expect(rescue).toHaveBeenCalledTimes(1))
    const [refused, fresh] = rescue.mock.calls[0]!
    expect(readBoard(refused).items.map(({ plainText }) => plainText)).toEqual(['nur für mich'])
    expect(fresh).toBe(session.board)
    expect(trayOf(session)).toEqual([])
  })

  test('is empty on this device, too, when the workshop is closed, and goes on when it is opened again', async () => {
    const runState = createSource<RunState | null>(runOf(null, 1))
    const session = await open({}, { rescue: vi.fn<() => void>(), runState })
    write(session, 'nie gezeigt')
    runState.set(runOf(5, 2))
    server.close('workshop.closed')
    expect([textsOf(session), trayOf(session)]).toEqual([[], []])
    expect(session.state.get()).toMatchObject({ transport: 'refused', refusal: 'workshop.closed' })
    const before = server.connections
    runState.set(runOf(null, 3))
    expect(server.connections).toBe(before + 1)
    expect(session.state.get().transport).toBe('online')
  })
})
