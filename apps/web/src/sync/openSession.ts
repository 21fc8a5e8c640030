import { documentName, ERRORS, parseRefusalMessage, type ErrorCode } from '@tafelrunde/protocol'
import { readRunState, SCHEMA_VERSION, type Board, type GroupId, type RunState } from '@tafelrunde/schema'
import { openWorkshopState } from '@tafelrunde/schema/transport'
import * as encoding from 'lib0/encoding'
import { writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { ApiError } from '../api/callApi.ts'
import { readOwnPlace } from '../api/ownSeat.ts'
import { updateSeat, type StoredSeat } from '../api/seats.ts'
import { BoardSession } from './BoardSession.ts'
import { browserCarriers, prefetchHttpSocket, probeWebSocket } from './browserCarriers.ts'
import { LocalStore } from './LocalStore.ts'
import { openDocumentLink, type DocumentLink } from './openDocumentLink.ts'
import { ServerClock } from './ServerClock.ts'
import { createSource, type Source } from './Source.ts'
import { SyncSocket } from './SyncSocket.ts'
import { Tray, trayServer } from './Tray.ts'

const RETRY_MS = 1_500
/** What a board answers to a seat that belongs elsewhere. */
const MOVED: readonly ErrorCode[] = ['group.foreign', 'document.notOpen', 'seat.observing']
const SYNC_MESSAGE = 0
/** What a device does when it comes back. */
const WAKING = [
  [document, 'visibilitychange'],
  [window, 'online'],
] as const

/** A seat's live connection to its workshop: one socket, the run state, and the boards that are opened on it. */
export interface Session {
  readonly seat: StoredSeat
  /** Null until it is known; comes from this device first, so that a board opens without a connection. */
  readonly runState: Source<RunState | null>
  /** Why this seat may not be here (any more); null if it may. */
  readonly refusal: Source<ErrorCode | null>
  readonly tray: Tray
  openBoard(groupId: GroupId): BoardSession
  /** What this seat writes hidden, for the board of a group among others; see `BoardSession` about `rescue`. */
  openPrivate(groupId: GroupId, rescue: (refused: Board, fresh: Board) => void): BoardSession
  /** Server time, epoch milliseconds. */
  serverNow(): number
  close(): void
}

/**
 * Address of the sync endpoint of the server that gave us this page. It tells which form of boards this page writes, so
 * that a page from before an update is told to reload instead of spoiling a board.
 */
function syncUrl(page: { protocol: string; host: string }): string {
  return `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}/sync?schema=${SCHEMA_VERSION}`
}

/** Open a session. Nothing waits: sources change as news arrives. Close it when the place is left. */
export function openSession({ workshopId, seat }: { workshopId: string; seat: StoredSeat }): Session {
  const name = documentName('workshop', workshopId)
  const socket = new SyncSocket(syncUrl(location), { carriers: browserCarriers, probeWebSocket })
  const clock = new ServerClock()
  const tray = new Tray(seat.seatId, trayServer(workshopId, seat))
  const ydoc = new Y.Doc()
  const workshop = openWorkshopState(ydoc)
  const runState = createSource<RunState | null>(null)
  const refusal = createSource<ErrorCode | null>(null)
  const isMuted = createSource(seat.isMuted ?? false)
  const store = new LocalStore({ instanceId: seat.instanceId, seatId: seat.seatId, document: name }, ydoc)
  const boards = new Set<BoardSession>()
  let link: DocumentLink | null = null
  let retry: ReturnType<typeof setTimeout> | null = null
  let isClosed = false

  const read = () => {
    const run = readRunState(workshop)
    if (run.version > 0) runState.set(run)
    measure({ happenedAt: Math.max(run.current?.startedAt ?? 0, run.announcement?.at ?? 0) })
  }
  ydoc.on('update', read)

  function connect(): void {
    link?.close()
    link = openDocumentLink({
      socket,
      name,
      ydoc,
      token: seat.token,
      awareness: null,
      events: {
        onSocket: () => {},
        onSynced: () => {
          refusal.set(null)
          prefetchHttpSocket()
          void learnSeat()
        },
        onUnsynced: () => {},
        onMessage: (payload) => {
          if (parseRefusalMessage(payload)?.type === 'seat.changed') void learnSeat()
        },
        onRefused: (code) => {
          link?.close()
          if (ERRORS[code].client === 'retry') retry = setTimeout(connect, RETRY_MS)
          else refusal.set(code)
        },
      },
    })
  }

  async function learnSeat(): Promise<void> {
    const askedAt = Date.now()
    try {
      const { seat: own, title, serverTime } = await readOwnPlace(seat)
      clock.learn({ serverTime, askedAt, answeredAt: Date.now() })
      if (isClosed) return
      isMuted.set(own.isMuted)
      updateSeat(seat.seatId, { ...own, title })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
    }
  }

  /** A sleeping device, or one whose clock is set, would show a wrong timer until the next connection. */
  function measure(reason: { isWoken?: boolean; happenedAt?: number }): void {
    if (!isClosed && link && clock.isDoubtful(reason)) void learnSeat()
  }
  const onWake = () => measure({ isWoken: !document.hidden })
  for (const [target, event] of WAKING) target.addEventListener(event, onWake)

  socket.probe = () => {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, name)
    encoding.writeVarUint(encoder, SYNC_MESSAGE)
    writeSyncStep1(encoder, ydoc)
    return encoding.toUint8Array(encoder)
  }
  socket.isWaiting = () => [...boards].some((board) => board.state.get().lamp === 'sent')
  void store.whenLoaded.then(() => {
    if (!isClosed) connect()
  })

  return {
    seat,
    runState,
    refusal,
    tray,
    openPrivate(groupId, rescue) {
      const hidden = new BoardSession({ seat, groupId, socket, openLink: openDocumentLink, runState, tray, rescue })
      boards.add(hidden)
      return hidden
    },
    openBoard(groupId) {
      const board = new BoardSession({ seat, groupId, socket, openLink: openDocumentLink, runState, isMuted, tray })
      boards.add(board)
      let refused: ErrorCode | null = null
      board.state.subscribe(() => {
        const { refusal: now } = board.state.get()
        // The person may have been moved to another group or role; the workshop's own document does not tell.
        if (now !== refused && now !== null && MOVED.includes(now)) void learnSeat()
        refused = now
      })
      return board
    },
    serverNow: () => clock.now(),
    close() {
      if (isClosed) return
      isClosed = true
      if (retry) clearTimeout(retry)
      for (const [target, event] of WAKING) target.removeEventListener(event, onWake)
      for (const board of boards) board.close()
      link?.close()
      tray.close()
      socket.destroy()
      void store.close()
    },
  }
}
