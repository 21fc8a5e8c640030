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

/** All that is needed to bring a document back: apply the checkpoint, then the rows in order. */
export interface JournalState {
  readonly checkpoint: Uint8Array | null
  readonly rows: readonly Uint8Array[]
  /** Sequence number of the newest row; 0 for none. */
  readonly lastSeq: number
  readonly claims: ReadonlyMap<number, ClaimOwner>
}

/** A full state of a document up to and including row `covers`. */
export interface Checkpoint {
  readonly covers: number
  readonly bytes: Uint8Array
}

/**
 * Where edits become durable.
 *
 * J1  `append` resolves only after the row and its claims are on disk; if it rejects, neither is stored.
 * J2  Rows come back in the order in which they were appended.
 * J3  What `append` has resolved survives a kill of the process.
 * J4  `load` after a checkpoint gives the same document as `load` before it.
 * J5  A damaged newest checkpoint is replaced by the previous generation and the rows after it; a document that
 *     cannot be read whole is refused with `document.damaged`, never given back empty or short.
 * J6  A checkpoint is written and old rows are pruned in one transaction; the previous generation stays loadable.
 * J7  A client id has one owner for good: a second owner is refused, also after checkpoints and restarts.
 * J8  A document that nobody has ever written loads as null.
 */
export interface Journal {
  /** @throws AppError `document.damaged` | `storage.unavailable` */
  load(document: DocumentName): Promise<JournalState | null>
  /** Resolves with the row's sequence number. @throws AppError `storage.unavailable` */
  append(entry: JournalEntry): Promise<number>
  /** Give client ids an owner without an edit (presence came first). @throws AppError `storage.unavailable` */
  claim(document: DocumentName, claims: readonly Claim[]): Promise<void>
  writeCheckpoint(document: DocumentName, checkpoint: Checkpoint): Promise<void>
  /** Rows since the newest checkpoint, to decide about the next one. */
  rowsSinceCheckpoint(document: DocumentName): number
  /** Time of the last edit by a person, epoch milliseconds. */
  lastEditAt(document: DocumentName): Promise<number | null>
  /** Resolves when nothing of the document (or of any document) is on its way to the disk. */
  settled(document?: DocumentName): Promise<void>
}
