import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError, documentName } from '@tafelrunde/protocol'
import { expect, it } from 'vitest'
import type { Database } from '../seams.ts'
import { openDatabase } from '../store/openDatabase.ts'
import { aDatabase } from '../testing/aDatabase.ts'
import { describeJournal } from './journal.contract.ts'
import { SqliteJournal } from './SqliteJournal.ts'

const GARBLE = (table: string, order: string): string =>
  `UPDATE ${table} SET bytes = CAST(substr(bytes, 1, length(bytes) - 1) || x'fe' AS BLOB) WHERE document = ?1 AND
   ${order} = (SELECT MAX(${order}) FROM ${table} WHERE document = ?1)`

describeJournal('SqliteJournal', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-journal-'))
  let db = await openDatabase(dataDir)
  let journal = new SqliteJournal(db)
  return {
    journal: () => journal,
    async restart() {
      await db.close()
      db = await openDatabase(dataDir)
      journal = new SqliteJournal(db)
    },
    async damageNewestCheckpoint(document) {
      await db.write([{ sql: GARBLE('journal_checkpoint', 'covers'), params: [document] }])
    },
    async damageNewestRow(document) {
      await db.write([{ sql: GARBLE('journal_row', 'seq'), params: [document] }])
    },
    async checkpointsOf(document) {
      const sql = 'SELECT covers FROM journal_checkpoint WHERE document = ? ORDER BY covers'
      return (await db.all<{ covers: number }>(sql, document)).map(({ covers }) => covers)
    },
    async loseRow(document, seq) {
      await db.write([{ sql: 'DELETE FROM journal_row WHERE document = ? AND seq = ?', params: [document, seq] }])
    },
    async setDiskFull(isFull) {
      await db.write([{ sql: `PRAGMA max_page_count = ${isFull ? 30 : 1_000_000}` }])
    },
    async close() {
      await db.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
})

it('[J1] takes an edit for written when the writer died after it had written it', { timeout: 60_000 }, async () => {
  const database = await aDatabase()
  const dying: Database = {
    write: (statements) =>
      database.write(statements).then(() => Promise.reject(new AppError('storage.unavailable', 'gone'))),
    all: (sql, ...params) => database.all(sql, ...params),
    get: (sql, ...params) => database.get(sql, ...params),
    allOf: (statements) => database.allOf(statements),
    isHealthy: () => false,
    close: () => database.close(),
  }
  const document = documentName('group', 'Gaaaaaaaaaaaaaaaaaaaaa')
  const bytes = new Uint8Array([0, 0])
  expect(await new SqliteJournal(dying).append({ document, seatId: null, at: 1, bytes, claims: [] })).toBe(1)
  expect((await new SqliteJournal(database).load(document))?.rows).toEqual([bytes])
})
