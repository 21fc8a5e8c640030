import { crc32 } from 'node:zlib'
import { AppError, type DocumentName } from '@tafelrunde/protocol'
import type { SeatId } from '@tafelrunde/schema/plain'
import type { Database, Row, Statement } from '../seams.ts'
import {
  KEPT_HISTORY_MS,
  type Checkpoint,
  type Claim,
  type Journal,
  type JournalEntry,
  type JournalHistory,
  type JournalState,
} from './Journal.ts'
import { PendingWrites } from './PendingWrites.ts'
import { readContent, type Damage, type StoredCheckpoint } from './readContent.ts'
import { readHistory, type HistoryRow } from './readHistory.ts'

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
  readonly #pending = new PendingWrites()

  constructor(db: Database) {
    this.#db = db
  }

  async load(document: DocumentName): Promise<JournalState | null> {
    const params = [document]
    const [checkpoints, rows, claims, known, lost] = await this.#read(document, [
      { sql: `${CHECKPOINTS} LIMIT 1`, params },
      { sql: ROWS_SINCE_CHECKPOINT, params },
      { sql: 'SELECT client_id, seat_id FROM journal_claim WHERE document = ?', params },
      { sql: 'SELECT 1 FROM journal_document WHERE document = ?', params },
      { sql: `SELECT 1 FROM journal_damage WHERE document = ? AND part = 'document'`, params },
    ])
    if (lost!.length > 0) throw damaged(document, 'parts of it are lost')
    if (known!.length === 0 && checkpoints!.length === 0 && rows!.length === 0) return null
    const newest = readContent(asCheckpoints(checkpoints!), asRows(rows!))
    const content = newest.content ?? (await this.#readOlder(document))
    const lastSeq = content.rows.at(-1)?.seq ?? content.base?.covers ?? 0
    const position = await this.#position(document)
    position.lastSeq = Math.max(position.lastSeq, lastSeq)
    return {
      checkpoint: content.base?.bytes ?? null,
      rows: content.rows.map(({ bytes }) => bytes),
      basedOn: content.base?.covers ?? 0,
      lastSeq,
      claims: new Map(claims!.map((claim) => [Number(claim['client_id']), claim['seat_id'] as SeatId | 'server'])),
    }
  }

  async history(document: DocumentName, since: number): Promise<JournalHistory | null> {
    const stored = await this.#readAll(document)
    if (stored.checkpoints.length === 0 && stored.rows.length === 0) return null
    const history = readHistory(stored, { since, now: Date.now() })
    if (!history) throw damaged(document, 'no generation of it is whole')
    return history
  }

  append(entry: JournalEntry): Promise<number> {
    return this.#pending.count(entry.document, () => this.#append(entry))
  }

  async #append(entry: JournalEntry): Promise<number> {
    const position = this.#positions.get(entry.document) ?? (await this.#position(entry.document))
    position.lastSeq += 1
    const seq = position.lastSeq
    const { document, seatId, at, bytes } = entry
    const statements: Statement[] = [{ sql: INSERT_ROW, params: [document, seq, seatId, at, bytes, crc32(bytes)] }]
    if (!position.isKnown) statements.push(knownDocument(document, at))
    for (const claim of entry.claims) statements.push(insertClaim(document, claim, at))
    await this.#writeRow(document, { seq, checksum: crc32(bytes) }, statements)
    position.isKnown = true
    position.rowsSinceCheckpoint += 1
    if (seatId !== null) position.lastEditAt = at
    return seq
  }

  /** A writer that died may have written before it could say so; the disk knows (rule J1). */
  async #writeRow(
    document: DocumentName,
    row: { readonly seq: number; readonly checksum: number },
    statements: readonly Statement[],
  ): Promise<void> {
    try {
      await this.#db.write(statements)
    } catch (cause) {
      const sql = 'SELECT 1 FROM journal_row WHERE document = ? AND seq = ? AND checksum = ?'
      const stored = await this.#db.get(sql, document, row.seq, row.checksum).catch(() => undefined)
      if (!stored) throw cause
    }
  }

  async claim(document: DocumentName, claims: readonly Claim[]): Promise<void> {
    if (claims.length === 0) return
    const at = Date.now()
    await this.#pending.count(document, () => this.#db.write(claims.map((claim) => insertClaim(document, claim, at))))
  }

  writeCheckpoint(document: DocumentName, checkpoint: Checkpoint): Promise<void> {
    return this.#pending.count(document, () => this.#writeCheckpoint(document, checkpoint))
  }

  async #writeCheckpoint(document: DocumentName, { covers, bytes, basedOn }: Checkpoint): Promise<void> {
    const position = await this.#position(document)
    const now = Date.now()
    await this.#db.write([
      {
        sql: `UPDATE journal_document SET last_edit_at = COALESCE(
                (SELECT MAX(at) FROM journal_row WHERE document = ?1 AND seat_id IS NOT NULL), last_edit_at)
              WHERE document = ?1`,
        params: [document],
      },
      {
        // A document that was deleted meanwhile stays so.
        sql: `INSERT INTO journal_checkpoint (document, covers, at, bytes, checksum) SELECT ?1, ?2, ?3, ?4, ?5
              WHERE EXISTS (SELECT 1 FROM journal_row WHERE document = ?1 AND seq = ?2)`,
        params: [document, covers, now, bytes, crc32(bytes)],
      },
      ...prune(document, { basedOn, keptSince: now - KEPT_HISTORY_MS }),
    ])
    position.rowsSinceCheckpoint = position.lastSeq - covers
  }

  async forget(document: DocumentName): Promise<void> {
    await this.settled(document)
    const tables = ['journal_row', 'journal_checkpoint', 'journal_claim', 'journal_damage', 'journal_document']
    await this.#db.write(
      tables.map((table) => ({ sql: `DELETE FROM ${table} WHERE document = ?`, params: [document] })),
    )
    this.#positions.delete(document)
  }

  rowsSinceCheckpoint(document: DocumentName): number {
    return this.#positions.get(document)?.rowsSinceCheckpoint ?? 0
  }

  async lastEditAt(document: DocumentName): Promise<number | null> {
    return (await this.#position(document)).lastEditAt
  }

  settled(document?: DocumentName): Promise<void> {
    return this.#pending.settled(document ?? null)
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

  /** The newest whole state when the newest checkpoint or a row after it is damaged. */
  async #readOlder(document: DocumentName) {
    const { checkpoints, rows } = await this.#readAll(document)
    const { content, damages } = readContent(checkpoints, rows)
    if (damages.length > 0) void this.#remember(document, damages)
    if (!content) throw damaged(document, 'no generation of it is whole')
    return content
  }

  /** Every generation and every row that is kept. */
  async #readAll(document: DocumentName) {
    const [checkpoints, rows] = await this.#read(document, [
      { sql: CHECKPOINTS, params: [document] },
      { sql: `${ROWS} ORDER BY seq`, params: [document] },
    ])
    return { checkpoints: asCheckpoints(checkpoints!), rows: asRows(rows!) }
  }

  /** A disk that takes nothing must not keep a board closed that can be read. */
  async #remember(document: DocumentName, damages: readonly Damage[]): Promise<void> {
    const at = Date.now()
    const sql = 'INSERT OR IGNORE INTO journal_damage (document, part, seq, found_at) VALUES (?, ?, ?, ?)'
    const write = this.#db.write(damages.map(({ part, seq }) => ({ sql, params: [document, part, seq, at] })))
    await write.catch(() => undefined)
  }

  async #read(document: DocumentName, statements: readonly Statement[]): Promise<readonly (readonly Row[])[]> {
    try {
      return await this.#db.allOf(statements)
    } catch (cause) {
      if (!(cause instanceof AppError) || cause.code !== 'storage.damaged') throw cause
      throw new AppError('document.damaged', `${document}: the database cannot read it`, { cause })
    }
  }
}

const CHECKPOINTS = 'SELECT covers, bytes, checksum FROM journal_checkpoint WHERE document = ?1 ORDER BY covers DESC'

const ROWS = 'SELECT seq, prev, seat_id, at, bytes, checksum FROM journal_row WHERE document = ?1'

const ROWS_SINCE_CHECKPOINT = `${ROWS} AND
  seq > (SELECT COALESCE(MAX(covers), 0) FROM journal_checkpoint WHERE document = ?1) ORDER BY seq`

const INSERT_ROW = `
  INSERT INTO journal_row (document, seq, seat_id, at, bytes, checksum, prev)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, COALESCE(
    (SELECT MAX(seq) FROM journal_row WHERE document = ?1),
    (SELECT MAX(covers) FROM journal_checkpoint WHERE document = ?1), 0))`

/**
 * Let go of what nobody needs: everything below the generation that the newest checkpoint was made from, unless rows
 * that are younger than `keptSince` begin below it; then below the generation before those. Damaged parts stay.
 */
function prune(document: DocumentName, { basedOn, keptSince }: { basedOn: number; keptSince: number }): Statement[] {
  const floor = `MIN(?2, (
    SELECT COALESCE(MAX(covers), 0) FROM journal_checkpoint WHERE document = ?1 AND covers < COALESCE(
      (SELECT MIN(seq) FROM journal_row WHERE document = ?1 AND at > ?3), ?2 + 1)
    AND covers NOT IN (SELECT seq FROM journal_damage WHERE document = ?1 AND part = 'checkpoint')))`
  const isDamaged = (part: 'row' | 'checkpoint'): string =>
    `(SELECT seq FROM journal_damage WHERE document = ?1 AND part = '${part}')`
  const params = [document, basedOn, keptSince]
  return [
    {
      sql: `DELETE FROM journal_row WHERE document = ?1 AND seq <= ${floor} AND seq NOT IN ${isDamaged('row')}`,
      params,
    },
    {
      // Between that generation and the newest two there may be others; nothing hangs on them.
      sql: `DELETE FROM journal_checkpoint WHERE document = ?1 AND covers < ?2 AND covers <> ${floor}
              AND covers NOT IN ${isDamaged('checkpoint')}`,
      params,
    },
  ]
}

function asCheckpoints(rows: readonly Row[]): readonly StoredCheckpoint[] {
  return rows as unknown as readonly StoredCheckpoint[]
}

function asRows(rows: readonly Row[]): readonly HistoryRow[] {
  return rows as unknown as readonly HistoryRow[]
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
