import type { DatabaseSync } from 'node:sqlite'
import { readContent, type StoredCheckpoint, type StoredRow } from '../journal/readContent.ts'

/** Where the names of documents can be had; any of these may be damaged. */
const SOURCES = [
  { sql: 'SELECT document AS name FROM journal_document', isDamagedSide: false },
  { sql: `SELECT 'group/' || id AS name FROM workshop_group`, isDamagedSide: false },
  { sql: `SELECT 'workshop/' || id AS name FROM workshop`, isDamagedSide: false },
  { sql: `SELECT 'plenary/' || id AS name FROM workshop`, isDamagedSide: false },
  { sql: `SELECT 'private/' || id AS name FROM seat`, isDamagedSide: false },
  { sql: 'SELECT DISTINCT document AS name FROM journal_checkpoint', isDamagedSide: true },
  { sql: 'SELECT DISTINCT document AS name FROM journal_row', isDamagedSide: true },
  { sql: 'SELECT DISTINCT document AS name FROM journal_row ORDER BY document DESC', isDamagedSide: true },
]

/** Every document that either database knows of. */
export function findDocuments(damaged: DatabaseSync, copied: DatabaseSync): readonly string[] {
  const names = new Set<string>()
  for (const { sql, isDamagedSide } of SOURCES) {
    try {
      for (const row of (isDamagedSide ? damaged : copied).prepare(sql).iterate()) names.add(String(row['name']))
    } catch {
      // What this source cannot tell, another one can.
    }
  }
  return Array.from(names)
}

/**
 * Note the documents that are not whole: those whose rows or claims could not be read to the end, and those whose
 * checkpoints are gone without the rows that could stand in for them. Returns their names.
 */
export function noteDamage(whole: DatabaseSync, unreadable: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const note = whole.prepare(
    `INSERT OR IGNORE INTO journal_damage (document, part, seq, found_at) VALUES (?, 'document', 0, ?)`,
  )
  const damaged = Array.from(unreadable).filter(
    ([document, tables]) =>
      tables.has('journal_row') || tables.has('journal_claim') || !hasWholeContent(whole, document),
  )
  for (const [document] of damaged) note.run(document, Date.now())
  return damaged.map(([document]) => document)
}

function hasWholeContent(db: DatabaseSync, document: string): boolean {
  const checkpoints = db
    .prepare('SELECT covers, bytes, checksum FROM journal_checkpoint WHERE document = ? ORDER BY covers DESC')
    .all(document) as unknown as StoredCheckpoint[]
  const rows = db
    .prepare('SELECT seq, prev, bytes, checksum FROM journal_row WHERE document = ? ORDER BY seq')
    .all(document) as unknown as StoredRow[]
  // Rows from the middle on are no document; that a checkpoint is missing cannot be seen from what is left.
  const hasBeginning = checkpoints.length > 0 || rows[0]?.prev === 0
  return hasBeginning && readContent(checkpoints, rows).content !== null
}
