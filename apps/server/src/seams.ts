import type { BoardSnapshot, GroupId, RunState, SeatId, WorkshopId } from '@tafelrunde/schema/plain'
import type { DocumentName, ErrorCode, Role } from '@tafelrunde/protocol'
import type { ClaimOwner, JournalHistory } from './journal/Journal.ts'

/** A seat as every part of the server sees it; resolved from a token, never from a document. */
export interface Seat {
  readonly id: SeatId
  readonly workshopId: WorkshopId
  readonly role: Role
  /** The group whose board the seat writes on; null for moderators, observers and screens of the whole workshop. */
  readonly groupId: GroupId | null
  readonly name: string
  readonly organisation: string
  /** In the lobby: the seat opens nothing until the moderators let it in. */
  readonly isWaiting: boolean
  /** The seat may read and not write. */
  readonly isMuted: boolean
  /** How many people sit at this device. */
  readonly people: number
  /** Who they are, in their own words. */
  readonly companions: string
}

/** Resolves tokens to seats. Implemented by seats/, used by the front layer. */
export interface SeatDirectory {
  /** @throws AppError `seat.unknown` | `seat.revoked` | `seat.waiting` */
  seatOfToken(token: string): Promise<Seat>
  /** Calls back when a seat's role, group, rights or validity changed; `seat` is null when it was revoked. */
  onSeatChanged(listener: (seatId: SeatId, seat: Seat | null) => void): () => void
}

/** Resolves sync tickets, each of which opens one document. Implemented by tickets/, used by the sync layer. */
export interface TicketDirectory {
  /**
   * The seat on whose behalf a ticket opens this document, as it is now.
   *
   * @throws AppError `ticket.unknown` | `ticket.foreign` | `ticket.expired` | `link.revoked` | `seat.revoked`
   */
  seatOfTicket(ticket: string, document: string): Promise<Seat>
}

/** The current run state, kept in memory for every workshop that has been asked for. Implemented by run-state/. */
export interface RunStates {
  load(workshopId: WorkshopId): Promise<RunState>
  /** Synchronous view for permission checks; undefined until `load` has resolved once. */
  current(workshopId: WorkshopId): RunState | undefined
  /** The workshop that a group belongs to, or null. */
  workshopOfGroup(groupId: GroupId): Promise<WorkshopId | null>
  onChanged(listener: (workshopId: WorkshopId, run: RunState) => void): () => void
}

/** What the rest of the server may do with live documents. Implemented by sync/. */
export interface Documents {
  /** Current content of a board, loaded from checkpoint and journal if nobody has it open. */
  readBoard(groupId: GroupId): Promise<BoardSnapshot>
  /** Look at a document; `look` must change nothing. @throws AppError `document.unavailable` if it was never written */
  read<T>(name: DocumentName, look: (ydoc: YDocLike) => T): Promise<T>
  /** As `read`, with who owns which Yjs client id of the document; null for ids that nobody has claimed. */
  readOwned<T>(name: DocumentName, look: (ydoc: YDocLike, ownerOf: OwnerOf) => T): Promise<T>
  /** Full state as a Yjs V1 update, for snapshots. */
  readState(name: DocumentName): Promise<Uint8Array>
  /**
   * Edit on the server: `change` gets a Y.Doc (opaque here; hand it to openBoard/openWorkshopState/openPlenary) and runs
   * on a copy; the update is journaled, then applied and broadcast. Serialised per document.
   *
   * @throws AppError `document.unavailable` if it was never written | `storage.unavailable` | `server.stopping`
   */
  edit<T>(name: DocumentName, change: (ydoc: YDocLike) => T): Promise<T>
  /** As `edit`, and which row of the journal it became; null when it has changed nothing. */
  editRow<T>(name: DocumentName, change: (ydoc: YDocLike) => T): Promise<{ result: T; seq: number | null }>
  /** As `edit`, for a document that may be new. Everything else that was never written is lost: nobody begins it anew. */
  begin<T>(name: DocumentName, change: (ydoc: YDocLike) => T): Promise<T>
  /**
   * Delete documents for good: whoever has one open is told the code, the disk and the memory lose it. The caller sees
   * to it that nobody may open them meanwhile.
   */
  forget(names: readonly DocumentName[], code: ErrorCode): Promise<void>
  /** Calls back after a durable change was applied to a document. `at` is epoch milliseconds. */
  onChanged(listener: (name: DocumentName, change: { at: number; seatId: SeatId | null }) => void): () => void
  /** Seats that have the document open now (by seat, not by tab). */
  present(name: DocumentName): readonly SeatId[]
  /** Seats whose connection broke off in the last two minutes without a goodbye; some may be back. */
  lostConnections(name: DocumentName): readonly LostConnection[]
  onPresenceChanged(listener: (name: DocumentName) => void): () => void
  /**
   * Announce that writing is about to end (freeze, lock, step change), let clients flush, wait for their
   * acknowledgements (at most `graceMs`), then resolve. The caller changes the run state afterwards; from then on the
   * front layer refuses what the permission table refuses and closes the document with the code.
   */
  announceAndFlush(names: readonly DocumentName[], reason: ErrorCode, graceMs: number): Promise<void>
  /** What was announced does not come: tell those who may write that their edits are taken. */
  takeBackAnnouncement(names: readonly DocumentName[]): void
  /** Who has written what since a moment (epoch milliseconds), and the state before; rules J9 and J10 of the journal. */
  history(name: DocumentName, since: number): Promise<JournalHistory | null>
  /** Time of the last durable human edit, epoch milliseconds. */
  lastEditAt(name: DocumentName): Promise<number | null>
}

/** A seat's connection to a document that broke off; `at` is epoch milliseconds. */
export interface LostConnection {
  readonly seatId: SeatId
  readonly at: number
}

/** Who may write under a Yjs client id: a seat, or the server itself. */
export type OwnerOf = (clientId: number) => ClaimOwner | null

/** Y.Doc seen from code that must not import yjs. */
export type YDocLike = import('@tafelrunde/schema').YDocLike

/** One statement of a batch; parameters are bound by position. */
export interface Statement {
  readonly sql: string
  readonly params?: readonly (string | number | bigint | Uint8Array | null)[]
}
export interface WriteResult {
  readonly changes: number
}
export type Row = Record<string, string | number | bigint | Uint8Array | null>

/** The embedded database: reads here, writes in the writer worker. Implemented by store/. */
export interface Database {
  /** One transaction; resolves after it is on disk; an empty one asks whether the disk takes writes. @throws AppError `storage.unavailable` */
  write(statements: readonly Statement[]): Promise<readonly WriteResult[]>
  all<T extends Row = Row>(sql: string, ...params: NonNullable<Statement['params']>): Promise<readonly T[]>
  get<T extends Row = Row>(sql: string, ...params: NonNullable<Statement['params']>): Promise<T | undefined>
  /** Several reads of one and the same state of the database. @throws AppError `storage.damaged` | `storage.unavailable` */
  allOf(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]>
  /** False while commits fail (disk full …). */
  isHealthy(): boolean
  close(): Promise<void>
}
