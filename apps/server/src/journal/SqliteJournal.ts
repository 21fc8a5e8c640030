import { crc32 } from 'node:zlib'
import { AppError, type DocumentName } from '@tafelrunde/protocol'
import type { SeatId } from '@tafelrunde/schema/plain'
import type { Database, Statement } from '../seams.ts'
import type { Checkpoint, Claim, ClaimOwner, Journal, JournalEntry, JournalState } from './Journal.ts'

interface CheckpointRow {
  readonly covers: number
  readonly bytes: Uint8Array
  readonly checksum: number
}

/** What the journal keeps in memory of a document that was loaded or written. */
interface Position {
  lastSeq: number
  rowsSinceCheckpoint: number
  /** Whether the document has its line in `journal_document`. */
  isKnown: boolean
  lastEditAt: number | null
}

/** The journal in the embedded database (rules in `Journal.ts`). */
export class SqliteJournal implements Journal {
  readonly #db: Database
  readonly #positions = new Map<DocumentName, Position>()
  /** Writes that were begun and have not ended, by document. */
  readonly #pending = new Map<DocumentName, number>()
  #waiting: { document: DocumentName | null; resolve: () => void }[] = []

  constructor(db: Database) {
    this.#db = db
  }

  async load(document: DocumentName): Promise<JournalState | null> {
    const generations = await this.#checkpoints(document)
    const known = await this.#db.get('SELECT 1 FROM journal_document WHERE document = ?', document)
    if (!known && generations.length === 0) return null
    const state = await this.#firstWhole(document, generations)
    const position = await this.#position(document)
    position.lastSeq = Math.max(position.lastSeq, state.lastSeq)
    return state
  }

  append(entry: JournalEntry): Promise<number> {
    return this.#counted(entry.document, () => this.#append(entry))
  }

  async #append(entry: JournalEntry): Promise<number> {
    const position = this.#positions.get(entry.document) ?? (await this.#position(entry.document))
    position.lastSeq += 1
    const seq = position.lastSeq
    const { document, seatId, at, bytes } = entry
    const statements: Statement[] = [
      {
        sql: 'INSERT INTO journal_row (document, seq, seat_id, at, bytes, checksum) VALUES (?, ?, ?, ?, ?, ?)',
        params: [document, seq, seatId, at, bytes, crc32(bytes)],
      },
    ]
    if (!position.isKnown) statements.push(knownDocument(document, at))
    for (const claim of entry.claims) statements.push(insertClaim(document, claim, at))
    await this.#db.write(statements)
    position.isKnown = true
    position.rowsSinceCheckpoint += 1
    if (seatId !== null) position.lastEditAt = at
    return seq
  }

  async claim(document: DocumentName, claims: readonly Claim[]): Promise<void> {
    if (claims.length === 0) return
    const at = Date.now()
    await this.#counted(document, () => this.#db.write(claims.map((claim) => insertClaim(document, claim, at))))
  }

  writeCheckpoint(document: DocumentName, checkpoint: Checkpoint): Promise<void> {
    return this.#counted(document, () => this.#writeCheckpoint(document, checkpoint))
  }

  async #writeCheckpoint(document: DocumentName, checkpoint: Checkpoint): Promise<void> {
    const position = await this.#position(document)
    const { covers, bytes } = checkpoint
    await this.#db.write([
      {
        sql: `UPDATE journal_document SET last_edit_at = COALESCE(
                (SELECT MAX(at) FROM journal_row WHERE document = ?1 AND seat_id IS NOT NULL), last_edit_at)
              WHERE document = ?1`,
        params: [document],
      },
      {
        sql: `INSERT OR REPLACE INTO journal_checkpoint (document, covers, at, bytes, checksum) VALUES (?, ?, ?, ?, ?)`,
        params: [document, covers, Date.now(), bytes, crc32(bytes)],
      },
      // Two generations stay. Everything below the older of them, and the rows that only it replaced, can go.
      {
        sql: `DELETE FROM journal_checkpoint WHERE document = ?1 AND covers NOT IN
                (SELECT covers FROM journal_checkpoint WHERE document = ?1 ORDER BY covers DESC LIMIT 2)`,
        params: [document],
      },
      {
        sql: `DELETE FROM journal_row WHERE document = ?1 AND
                (SELECT COUNT(*) FROM journal_checkpoint WHERE document = ?1) = 2 AND
                seq <= (SELECT MIN(covers) FROM journal_checkpoint WHERE document = ?1)`,
        params: [document],
      },
    ])
    position.rowsSinceCheckpoint = position.lastSeq - covers
  }

  rowsSinceCheckpoint(document: DocumentName): number {
    return this.#positions.get(document)?.rowsSinceCheckpoint ?? 0
  }

  async lastEditAt(document: DocumentName): Promise<number | null> {
    return (await this.#position(document)).lastEditAt
  }

  async settled(document?: DocumentName): Promise<void> {
    if (this.#isSettled(document ?? null)) return
    await new Promise<void>((resolve) => this.#waiting.push({ document: document ?? null, resolve }))
  }

  /** A write counts from the moment it is asked for: whoever lets a document go then must wait for it. */
  async #counted<T>(document: DocumentName, write: () => Promise<T>): Promise<T> {
    this.#pending.set(document, (this.#pending.get(document) ?? 0) + 1)
    try {
      return await write()
    } finally {
      const left = (this.#pending.get(document) ?? 1) - 1
      if (left > 0) this.#pending.set(document, left)
      else this.#pending.delete(document)
      if (this.#waiting.length > 0) this.#wake()
    }
  }

  #isSettled(document: DocumentName | null): boolean {
    return document === null ? this.#pending.size === 0 : !this.#pending.has(document)
  }

  #wake(): void {
    const done = this.#waiting.filter(({ document }) => this.#isSettled(document))
    this.#waiting = this.#waiting.filter(({ document }) => !this.#isSettled(document))
    for (const { resolve } of done) resolve()
  }

  async #position(document: DocumentName): Promise<Position> {
    const row = await this.#db.get<{ covers: number; last: number; known: number; edited: number | null }>(
      `SELECT
         (SELECT COALESCE(MAX(covers), 0) FROM journal_checkpoint WHERE document = ?1) AS covers,
         (SELECT COALESCE(MAX(seq), 0) FROM journal_row WHERE document = ?1) AS last,
         EXISTS (SELECT 1 FROM journal_document WHERE document = ?1) AS known,
         COALESCE((SELECT MAX(at) FROM journal_row WHERE document = ?1 AND seat_id IS NOT NULL),
                  (SELECT last_edit_at FROM journal_document WHERE document = ?1)) AS edited`,
      document,
    )
    // Somebody else may have made it while the query was under way; theirs may already have moved on.
    const known = this.#positions.get(document)
    if (known) return known
    const covers = row?.covers ?? 0
    const lastSeq = Math.max(covers, row?.last ?? 0)
    const position = {
      lastSeq,
      rowsSinceCheckpoint: lastSeq - covers,
      isKnown: row?.known === 1,
      lastEditAt: row?.edited ?? null,
    }
    this.#positions.set(document, position)
    return position
  }

  #checkpoints(document: DocumentName): Promise<readonly CheckpointRow[]> {
    return this.#db.all<{ covers: number; bytes: Uint8Array; checksum: number }>(
      'SELECT covers, bytes, checksum FROM journal_checkpoint WHERE document = ? ORDER BY covers DESC',
      document,
    )
  }

  async #firstWhole(document: DocumentName, generations: readonly CheckpointRow[]): Promise<JournalState> {
    const claims = await this.#claims(document)
    for (const generation of generations) {
      if (crc32(generation.bytes) !== generation.checksum) continue
      return { ...(await this.#rowsAfter(document, generation.covers)), checkpoint: generation.bytes, claims }
    }
    if (generations.length > 0) throw damaged(document, 'no checkpoint is whole')
    return { ...(await this.#rowsAfter(document, 0)), checkpoint: null, claims }
  }

  async #rowsAfter(document: DocumentName, covers: number): Promise<{ rows: Uint8Array[]; lastSeq: number }> {
    const stored = await this.#db.all<{ seq: number; bytes: Uint8Array; checksum: number }>(
      'SELECT seq, bytes, checksum FROM journal_row WHERE document = ? AND seq > ? ORDER BY seq',
      document,
      covers,
    )
    for (const row of stored) {
      if (crc32(row.bytes) !== row.checksum) throw damaged(document, `row ${row.seq} is not what was written`)
    }
    return { rows: stored.map((row) => row.bytes), lastSeq: stored.at(-1)?.seq ?? covers }
  }

  async #claims(document: DocumentName): Promise<ReadonlyMap<number, ClaimOwner>> {
    const rows = await this.#db.all<{ client_id: number; seat_id: string }>(
      'SELECT client_id, seat_id FROM journal_claim WHERE document = ?',
      document,
    )
    return new Map(rows.map((row) => [row.client_id, row.seat_id as SeatId | 'server']))
  }
}

function knownDocument(document: DocumentName, at: number): Statement {
  return { sql: 'INSERT OR IGNORE INTO journal_document (document, created_at) VALUES (?, ?)', params: [document, at] }
}

function insertClaim(document: DocumentName, claim: Claim, at: number): Statement {
  return {
    // The same owner may claim twice, when a first claim's fate is not known; another owner is refused by the key.
    sql: `INSERT INTO journal_claim (document, client_id, seat_id, at) SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS
            (SELECT 1 FROM journal_claim WHERE document = ?1 AND client_id = ?2 AND seat_id = ?3)`,
    params: [document, claim.clientId, claim.owner, at],
  }
}

function damaged(document: DocumentName, what: string): AppError {
  return new AppError('document.damaged', `${document}: ${what}`)
}
