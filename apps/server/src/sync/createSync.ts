import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { Hocuspocus } from '@hocuspocus/server'
import type { SeatId } from '@tafelrunde/schema/plain'
import type { OriginCheck } from '../front/acceptSocket.ts'
import type { Channel } from '../front/Channel.ts'
import { Front } from '../front/Front.ts'
import type { OpenDocuments } from '../front/OpenDocument.ts'
import { seatPermissions } from '../front/seatPermissions.ts'
import { yjsEndpoint } from '../front/yjs/yjsEndpoint.ts'
import { Compactor } from '../journal/Compactor.ts'
import { SqliteJournal } from '../journal/SqliteJournal.ts'
import type { Database, Documents, RunStates, Seat, SeatDirectory, TicketDirectory } from '../seams.ts'
import { AuthExtension } from './AuthExtension.ts'
import { ChangeExtension } from './ChangeExtension.ts'
import { CompactionExtension } from './CompactionExtension.ts'
import { JournalExtension } from './JournalExtension.ts'
import { LiveDocuments } from './LiveDocuments.ts'
import { LoadExtension } from './LoadExtension.ts'
import type { SyncContext } from './SyncContext.ts'
import type { SyncLog } from './SyncLog.ts'
import { VersionExtension } from './VersionExtension.ts'

/** The front sees to silence and admission itself; the engine's own timer would end those who only read. */
const ENGINE_TIMEOUT_MS = 2_000_000_000

/** How long a stop waits for a disk that stalls before it tells the clients; what is not acknowledged they keep. */
const DRAIN_GRACE_MS = 2_000

/** How long a stop waits for sockets to close after they were told. */
const CLOSE_GRACE_MS = 1_500

/** Raised when an older client would write what newer ones cannot read. */
const OLDEST_SCHEMA_VERSION = 1

/** What the sync layer needs. */
export interface SyncOptions {
  readonly db: Database
  readonly seats: SeatDirectory
  /** Not given: no ticket opens anything. */
  readonly tickets?: TicketDirectory
  readonly runStates: RunStates
  readonly log: SyncLog
  readonly isAllowedOrigin: OriginCheck
  /** Oldest document schema that clients may speak; the current one if not given. */
  readonly oldestSchemaVersion?: number
}

/** The running sync layer. */
export interface Sync {
  readonly documents: Documents
  /** Where other transports register their sockets and paths. */
  readonly front: Front
  /** Serve `/sync` on the upgrade event of this server. */
  attach(server: Server): void
  /** Write what is under way, tell the clients, close their sockets. */
  stop(): Promise<void>
}

/** Put the engine, its extensions and the front together. */
export function createSync(options: SyncOptions): Sync {
  const { db, seats, runStates, log, isAllowedOrigin, tickets = null } = options
  const oldest = options.oldestSchemaVersion ?? OLDEST_SCHEMA_VERSION
  const journal = new SqliteJournal(db)
  const compactor = new Compactor(journal)
  const documents: OpenDocuments = new Map()
  const engine = new Hocuspocus<SyncContext>({
    quiet: true,
    timeout: ENGINE_TIMEOUT_MS,
    extensions: [
      // First what it speaks: an older client would write what nobody reads any more.
      new VersionExtension({ oldest, log }),
      // Then who it is: nothing is loaded for somebody who may not read it.
      new AuthExtension({ seats, tickets, runStates, log }),
      // The document and the channel on it; the journal looks for both.
      new LoadExtension({
        journal,
        documents,
        log,
        onPresent: (name) => live.tellPresent(name),
        onLost: (name, seatId) => live.lost.note(name, seatId),
      }),
      // Before the engine applies anything.
      new JournalExtension({ journal, documents, log }),
      // After it has applied: nobody is told of a change that is not durable.
      new ChangeExtension({ live: () => live, log }),
      // Last, and whenever there is time.
      new CompactionExtension({ journal, compactor, log }),
    ],
  })
  const live = new LiveDocuments({ engine, journal, documents })
  const request = new Request('http://localhost/sync')
  const front = new Front({
    isAllowedOrigin,
    connectEngine: (socket) => engine.handleConnection(socket, request, { socket }),
    onRefused: (code) => log.info('sync.socketRefused', { code }),
  })
  front.serve(yjsEndpoint(front))
  const channels = (): Channel[] => Array.from(documents.values()).flatMap(({ channels: open }) => Array.from(open))
  const unsubscribe = [
    runStates.onChanged((workshopId) => recheck((seat) => seat.workshopId === workshopId)),
    seats.onSeatChanged((seatId, seat) => changeSeat(seatId, seat)),
  ]

  function permit(channel: Channel, seat: Seat): void {
    const document = documents.get(channel.name)
    const run = runStates.current(seat.workshopId)
    if (document && run) channel.change(seat, seatPermissions({ seat, document: document.parsed, run }))
  }
  function recheck(concerns: (seat: Seat) => boolean): void {
    for (const channel of channels()) if (concerns(channel.seat)) permit(channel, channel.seat)
  }
  function changeSeat(seatId: SeatId, seat: Seat | null): void {
    for (const channel of channels()) {
      if (channel.seat.id !== seatId) continue
      if (!seat) channel.close('seat.revoked')
      else {
        permit(channel, seat)
        // Every page has the workshop's document open, and that one only once.
        if (documents.get(channel.name)?.parsed.kind === 'workshop') channel.tellSeatChanged()
      }
    }
  }

  return {
    documents: live,
    front,
    attach: (server) => front.attach(server),
    async stop() {
      front.refuseNewcomers()
      for (const stop of unsubscribe) stop()
      const drained = Promise.all([...channels().map((channel) => channel.drained()), live.stop()])
      await Promise.race([drained, wait(DRAIN_GRACE_MS, undefined, { ref: false })])
      await front.stop(CLOSE_GRACE_MS)
      await journal.settled()
      await compactor.close()
      for (const document of documents.values()) document.presence.close()
      // Lets the documents go; nothing of them is left to write.
      engine.flushPendingStores()
    },
  }
}
