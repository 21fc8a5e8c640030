import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { AppError } from '@tafelrunde/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { describeDatabase } from './database.contract.ts'
import { openDatabase } from './openDatabase.ts'
import type { SqliteDatabase } from './SqliteDatabase.ts'
import type { StoreLog } from './StoreLog.ts'
import { TABLE_SCRIPTS } from './tables/index.ts'

const NOTES = [...TABLE_SCRIPTS, { id: 'notes-1', sql: 'CREATE TABLE note (id TEXT PRIMARY KEY, body BLOB) STRICT' }]

describeDatabase('SqliteDatabase', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tafelrunde-database-'))
  const logged: string[] = []
  const record = (event: string): void => void logged.push(event)
  const log: StoreLog = { info: record, warn: record, error: record }
  const spy = vi.spyOn(Worker.prototype, 'postMessage')
  let database = await openDatabase(folder, { scripts: NOTES, log })
  let busy: DatabaseSync | null = null
  return {
    database: () => database,
    logged,
    async restart() {
      await database.close()
      database = await openDatabase(folder, { scripts: NOTES, log })
    },
    async setDiskFull(isFull) {
      const page = await database.get<{ page_count: number }>('PRAGMA page_count')
      await database.write([{ sql: `PRAGMA max_page_count = ${isFull ? page!.page_count : 1_000_000}` }])
    },
    holdLock() {
      busy = new DatabaseSync(join(folder, 'tafelrunde.sqlite'))
      busy.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE')
    },
    releaseLock() {
      busy?.close()
      busy = null
    },
    async killWriter() {
      await (spy.mock.contexts.at(-1) as Worker).terminate()
    },
    async close() {
      busy?.close()
      spy.mockRestore()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})

let dataDir: string
let db: SqliteDatabase | null = null

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-store-'))
})
afterEach(async () => {
  await db?.close()
  db = null
  rmSync(dataDir, { recursive: true, force: true })
})

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof AppError ? error.code : `no AppError: ${String(error)}`
}

// Each test opens a store on a real disk, which other work may keep busy.
describe('a data folder', { timeout: 60_000 }, () => {
  it('keeps a blob that is a view into a larger buffer', async () => {
    db = await openDatabase(dataDir, { scripts: NOTES })
    await db.write([{ sql: 'INSERT INTO note VALUES (?, ?)', params: ['a', Buffer.from('hello').subarray(1, 4)] }])
    expect(await db.get('SELECT body FROM note WHERE id = ?', 'a')).toEqual({ body: new Uint8Array([101, 108, 108]) })
  })

  it('refuses a second opener of the folder and lets the next one in after close', async () => {
    db = await openDatabase(dataDir)
    expect(await codeOf(openDatabase(dataDir))).toBe('storage.locked')
    await db.close()
    db = await openDatabase(dataDir)
    expect(db.isHealthy()).toBe(true)
  })

  it('refuses a database of a newer version and leaves it alone', async () => {
    db = await openDatabase(dataDir, { scripts: NOTES })
    await db.close()
    const path = join(dataDir, 'tafelrunde.sqlite')
    const before = readFileSync(path)
    expect(await codeOf(openDatabase(dataDir))).toBe('storage.newer')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('refuses a damaged database and leaves it alone', async () => {
    const path = join(dataDir, 'tafelrunde.sqlite')
    writeFileSync(path, 'this has never been a database, whatever its name says')
    expect(await codeOf(openDatabase(dataDir))).toBe('storage.damaged')
    expect(readFileSync(path, 'utf8')).toContain('never been a database')
  })

  it('refuses a folder that it cannot write to', async () => {
    const file = join(dataDir, 'file')
    writeFileSync(file, '')
    expect(await codeOf(openDatabase(join(file, 'data')))).toBe('storage.unwritable')
  })
})
