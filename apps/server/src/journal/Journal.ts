import type { DocumentName } from '@tafelrunde/protocol'
import type { SeatId } from '@tafelrunde/schema/plain'

/** Who owns a Yjs client id in a document: a seat, or the server itself. */
export type ClaimOwner = SeatId | 'server'

/** A client id that gets its owner. */
export interface Claim {
  readonly clientId: number
  readonly owner: ClaimOwner
}

/** One durable edit. `bytes` is a Yjs V1 update, `seatId` null for edits of the server. */
export interface JournalEntry {
  readonly document: DocumentName
  readonly seatId: SeatId | null
  readonly at: number
  readonly bytes: Uint8Array
  /** Client ids that this edit uses for the first time; stored in the same transaction. */
  readonly claims: readonly Claim[]
}

/** The content of a document: apply the checkpoint, then the rows in order. */
export interface JournalContent {
  readonly checkpoint: Uint8Array | null
  readonly rows: readonly Uint8Array[]
}

/** All that is needed to bring a document back. */
export interface JournalState extends JournalContent {
  /** The last row that is in `checkpoint`; 0 without one. */
  readonly basedOn: number
  /** Sequence number of the newest row; 0 for none. */
  readonly lastSeq: number
  readonly claims: ReadonlyMap<number, ClaimOwner>
}

/** One row as it was appended. */
export interface JournalRow {
  readonly seq: number
  readonly seatId: SeatId | null
  readonly at: number
  readonly bytes: Uint8Array
}

/** What was appended to a document since a moment, and what it was before. */
export interface JournalHistory {
  /** The state before the first of `rows`; for `replay`. */
  readonly before: JournalContent
  /** In their order, each continuing the one before. */
  readonly rows: readonly JournalRow[]
}

/** A full state of a document up to and including row `covers`. */
export interface Checkpoint {
  readonly covers: number
  readonly bytes: Uint8Array
  /** What it was made from (`JournalState.basedOn`): that generation and the rows after it are known to be whole. */
  readonly basedOn: number
}

/** How long a row and the state before it are kept, however many checkpoints are written meanwhile. */
export const KEPT_HISTORY_MS = 10 * 60_000

/**
 * Where edits become durable.
 *
 * J1  `append` resolves only after the row and its claims are on disk; if it rejects, neither is stored.
 * J2  Rows come back in the order in which they were appended.
 * J3  What `append` has resolved survives a kill of the process.
 * J4  `load` after a checkpoint gives the same document as `load` before it.
 * J5  A damaged newest checkpoint is replaced by the previous generation and the rows after it; a document that
 *     cannot be read whole is refused with `document.damaged`, never given back empty or short.
 * J6  A checkpoint is written and old rows are pruned in one transaction; the generation that it was made from stays
 *     loadable.
 * J7  A client id has one owner for good: a second owner is refused, also after checkpoints and restarts.
 * J8  A document that nobody has ever written loads as null.
 * J9  `load` and `history` see one state of the disk, whatever is written meanwhile.
 * J10 `history` gives the rows since a moment with the state before them. Rows of the last ten minutes are kept with
 *     the state before them through every checkpoint; what is no longer kept row by row is in `before`.
 * J11 What was found damaged is remembered and stays where it is: no checkpoint replaces it, nothing prunes it.
 * J15 What `forget` was given loads as null afterwards, its claims are free, and no checkpoint that was under way
 *     brings it back.
 */
export interface Journal {
  /** @throws AppError `document.damaged` | `storage.unavailable` */
  load(document: DocumentName): Promise<JournalState | null>
  /**
   * Rows since `since` (epoch milliseconds), for a document that has been written; null for one that has not. After the
   * clock was set back, what was written before that is in `before`.
   *
   * @throws AppError `document.damaged` | `storage.unavailable`
   */
  history(document: DocumentName, since: number): Promise<JournalHistory | null>
  /** Resolves with the row's sequence number. @throws AppError `storage.unavailable` */
  append(entry: JournalEntry): Promise<number>
  /** Give client ids an owner without an edit (presence came first). @throws AppError `storage.unavailable` */
  claim(document: DocumentName, claims: readonly Claim[]): Promise<void>
  writeCheckpoint(document: DocumentName, checkpoint: Checkpoint): Promise<void>
  /** Rows since the newest checkpoint, to decide about the next one. */
  rowsSinceCheckpoint(document: DocumentName): number
  /** Time of the last edit by a person, epoch milliseconds. */
  lastEditAt(document: DocumentName): Promise<number | null>
  /** Delete a document for good, with its history and its claims. @throws AppError `storage.unavailable` */
  forget(document: DocumentName): Promise<void>
  /** Resolves when nothing of the document (or of any document) is on its way to the disk. */
  settled(document?: DocumentName): Promise<void>
}
