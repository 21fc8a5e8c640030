import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError, documentName, type DocumentName } from '@tafelrunde/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SqliteJournal } from '../journal/SqliteJournal.ts'
import { openDatabase } from './openDatabase.ts'
import type { SqliteDatabase } from './SqliteDatabase.ts'
import type { StoreLog } from './StoreLog.ts'

const PAGE = 4096
const ROWS = 30
const BOARDS = Array.from('abcdefgh', (letter) => documentName('group', `G${letter.repeat(21)}`))
const DAMAGED = BOARDS[3]!

let dataDir: string
let db: SqliteDatabase | null
const logged: { event: string; fields: unknown }[] = []
const record = (event: string, fields: unknown): void => void logged.push({ event, fields })
const log: StoreLog = { info: record, warn: record, error: record }

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-salvage-'))
  logged.length = 0
  db = await openDatabase(dataDir, { log })
  const journal = new SqliteJournal(db)
  const appends = BOARDS.flatMap((document) =>
    Array.from({ length: ROWS }, (_, at) =>
      journal.append({ document, seatId: null, at, bytes: rowOf(document, at + 1), claims: [] }),
    ),
  )
  await Promise.all(appends)
  await db.close()
  db = null
}, 60_000)
afterEach(async () => {
  await db?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const path = (): string => join(dataDir, 'tafelrunde.sqlite')

/** Recognisable in the file. */
function rowOf(document: DocumentName, at: number): Uint8Array {
  return Buffer.from(`${document} ${at} `.padEnd(400, '.'))
}

/** Overwrite the page that holds this row with noise. */
function garblePageOf(document: DocumentName, at: number): void {
  const bytes = readFileSync(path())
  const found = bytes.indexOf(`${document} ${at} `)
  expect(found).toBeGreaterThan(PAGE)
  bytes.fill(0xa5, found - (found % PAGE), found - (found % PAGE) + PAGE)
  writeFileSync(path(), bytes)
}

async function load(document: DocumentName): Promise<string> {
  return new SqliteJournal(db!).load(document).then(
    (state) => (state ? `${state.rows.length} rows` : 'unknown'),
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
}

// A real disk, which other work may keep busy.
describe('a database file with a page of noise in it', { timeout: 60_000 }, () => {
  it('[D9] is replaced by what can be read; the damaged board is named and refused, the others are whole', async () => {
    garblePageOf(DAMAGED, 15)
    const before = readFileSync(path())
    db = await openDatabase(dataDir, { log })
    const codes = await Promise.all(BOARDS.map(load))
    expect(codes[3]).toBe('document.damaged')
    expect(codes.filter((code) => code === `${ROWS} rows`)).toHaveLength(BOARDS.length - 1)
    expect(logged).toContainEqual({ event: 'storage.documentDamaged', fields: { document: DAMAGED } })
    const aside = readdirSync(dataDir).filter((name) => /damaged-.*Z$/.test(name))
    expect(aside).toHaveLength(1)
    expect(readFileSync(join(dataDir, aside[0]!)).equals(before)).toBe(true)
  })

  it('[D9] goes on with the new file, in which the damaged board stays refused', async () => {
    garblePageOf(DAMAGED, 15)
    db = await openDatabase(dataDir, { log })
    const other = BOARDS[0]!
    await new SqliteJournal(db).append({ document: other, seatId: null, at: 1, bytes: rowOf(other, 99), claims: [] })
    await db.close()
    logged.length = 0
    db = await openDatabase(dataDir, { log })
    expect(await load(other)).toBe(`${ROWS + 1} rows`)
    expect(await load(DAMAGED)).toBe('document.damaged')
    expect(logged).toEqual([])
  })

  it('[D9] completes a salvage that was interrupted after everything was copied', async () => {
    garblePageOf(DAMAGED, 15)
    db = await openDatabase(dataDir, { log })
    await db.close()
    writeFileSync(`${path()}.salvaged`, readFileSync(path()))
    rmSync(path())
    db = await openDatabase(dataDir, { log })
    expect(await load(BOARDS[0]!)).toBe(`${ROWS} rows`)
    expect(existsSync(`${path()}.salvaged`)).toBe(false)
  })

  it('[D9] puts no log of the damaged file beside the new one when a kill comes while the files are moved', async () => {
    db = await openDatabase(dataDir, { log })
    const document = BOARDS[0]!
    await new SqliteJournal(db).append({ document, seatId: null, at: 1, bytes: rowOf(document, 99), claims: [] })
    const wal = readFileSync(`${path()}-wal`)
    await db.close()
    // The copy is complete, the database itself was moved, its log was not yet.
    renameSync(path(), `${path()}.salvaged`)
    writeFileSync(`${path()}-wal`, Buffer.concat([wal.subarray(0, 32 + 24), Buffer.alloc(PAGE, 0xa5)]))
    db = await openDatabase(dataDir, { log })
    expect(await load(document)).toBe(`${ROWS + 1} rows`)
    expect(readdirSync(dataDir).filter((name) => /damaged-.*Z-wal$/.test(name))).toHaveLength(1)
  })

  it('[J5] refuses only the board whose row has other bytes than were written', async () => {
    const bytes = readFileSync(path())
    const found = bytes.indexOf(`${DAMAGED} 15 `)
    bytes.write('X', found + 50)
    writeFileSync(path(), bytes)
    db = await openDatabase(dataDir, { log })
    expect(await load(DAMAGED)).toBe('document.damaged')
    expect(await load(BOARDS[4]!)).toBe(`${ROWS} rows`)
  })
})

describe('a write-ahead log with a broken end', { timeout: 60_000 }, () => {
  it.each(['torn', 'garbled'])(
    '[D10] opens with everything that was committed before when its end is %s',
    async (how) => {
      db = await openDatabase(dataDir, { log })
      const journal = new SqliteJournal(db)
      const document = BOARDS[0]!
      for (let at = 0; at < 5; at += 1) {
        await journal.append({ document, seatId: null, at, bytes: rowOf(document, 100 + at), claims: [] })
      }
      // What a kill leaves: the files as they are now, with a commit behind them that did not reach its end.
      const wal = readFileSync(`${path()}-wal`)
      const unfinished = Buffer.from(wal.subarray(32, 32 + 24 + PAGE))
      if (how === 'garbled') unfinished.fill(0x5a, 100, 600)
      const database = readFileSync(path())
      await db.close()
      writeFileSync(path(), database)
      writeFileSync(`${path()}-wal`, Buffer.concat([wal, how === 'torn' ? unfinished.subarray(0, 1000) : unfinished]))
      db = await openDatabase(dataDir, { log })
      expect(await load(document)).toBe(`${ROWS + 5} rows`)
    },
  )
})
