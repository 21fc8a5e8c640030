import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '@tafelrunde/protocol'
import { until } from '@tafelrunde/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type SqliteDatabase } from './SqliteDatabase.ts'
import { TABLE_SCRIPTS } from './tables/index.ts'

const NOTES = [...TABLE_SCRIPTS, { id: 'notes-1', sql: 'CREATE TABLE note (id TEXT PRIMARY KEY, body BLOB) STRICT' }]

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
describe('SqliteDatabase', { timeout: 60_000 }, () => {
  it('reads what a resolved write has written, also after it was opened again', async () => {
    db = await openDatabase(dataDir, NOTES)
    await db.write([{ sql: 'INSERT INTO note VALUES (?, ?)', params: ['a', Buffer.from('hello').subarray(1, 4)] }])
    expect(await db.get('SELECT body FROM note WHERE id = ?', 'a')).toEqual({ body: new Uint8Array([101, 108, 108]) })
    await db.close()
    db = await openDatabase(dataDir, NOTES)
    expect(await db.all('SELECT id FROM note')).toEqual([{ id: 'a' }])
  })

  it('keeps the other callers of a commit when one of them violates a constraint', async () => {
    db = await openDatabase(dataDir, NOTES)
    const insert = (id: string) => ({ sql: 'INSERT INTO note (id) VALUES (?)', params: [id] })
    const outcomes = await Promise.allSettled([
      db.write([insert('a')]),
      db.write([insert('b'), insert('a')]),
      db.write([insert('c')]),
    ])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await db.all('SELECT id FROM note ORDER BY id')).toEqual([{ id: 'a' }, { id: 'c' }])
    expect(db.isHealthy()).toBe(true)
  })

  it('refuses writes while the disk is full and recovers by itself', async () => {
    db = await openDatabase(dataDir, NOTES)
    const fill = () => db!.write([{ sql: 'INSERT INTO note VALUES (?, zeroblob(4000000))', params: ['big'] }])
    await db.write([{ sql: 'PRAGMA max_page_count = 40' }])
    expect(await codeOf(fill())).toBe('storage.unavailable')
    expect(db.isHealthy()).toBe(false)
    await db.write([{ sql: 'PRAGMA max_page_count = 1000000' }])
    await fill()
    expect(db.isHealthy()).toBe(true)
  })

  it('probes the disk while nobody writes, until it takes writes again', async () => {
    db = await openDatabase(dataDir, NOTES)
    const other = new DatabaseSync(join(dataDir, 'tafelrunde.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    expect(await codeOf(db.write([{ sql: 'INSERT INTO note (id) VALUES (1)' }]))).toBe('storage.unavailable')
    expect(db.isHealthy()).toBe(false)
    other.close()
    await until(() => db?.isHealthy(), { what: 'the database to recover', timeoutMs: 30_000 })
    expect(await db.all('SELECT id FROM note')).toEqual([])
  })

  it('refuses a second opener of the folder and lets the next one in after close', async () => {
    db = await openDatabase(dataDir)
    expect(await codeOf(openDatabase(dataDir))).toBe('storage.locked')
    await db.close()
    db = await openDatabase(dataDir)
    expect(db.isHealthy()).toBe(true)
  })

  it('refuses a database of a newer version and leaves it alone', async () => {
    db = await openDatabase(dataDir, NOTES)
    await db.close()
    const path = join(dataDir, 'tafelrunde.sqlite')
    const before = readFileSync(path)
    expect(await codeOf(openDatabase(dataDir, TABLE_SCRIPTS))).toBe('storage.newer')
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
