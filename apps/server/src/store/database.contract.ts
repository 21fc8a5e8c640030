import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '@tafelrunde/protocol'
import { until } from '@tafelrunde/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../seams.ts'

/** A database with the table `note (id TEXT PRIMARY KEY, body BLOB)` whose surroundings a test can break. */
export interface DatabaseFixture {
  readonly database: () => Database
  /** Events that were logged. */
  readonly logged: readonly string[]
  /** Close and open it, as a restart does. */
  readonly restart: () => Promise<void>
  /** Make whatever needs more room fail, or stop that. */
  readonly setDiskFull: (isFull: boolean) => Promise<void>
  /** Another process takes the right to write. */
  readonly holdLock: () => void
  readonly releaseLock: () => void
  /** End whatever writes in the middle of its work. */
  readonly killWriter: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * D1  `write` resolves after its transaction is synced to disk, and only then; it is stored whole or not at all.
 * D2  Batches take effect in the order in which they were written; what waits when a commit starts shares it.
 * D3  A batch that violates a rule fails alone.
 * D4  While the disk refuses, writes fail with `storage.unavailable`, reading goes on, `isHealthy` is false; it tries
 *     by itself until the disk takes writes again.
 * D5  The reads of `allOf` see one state.
 * D6  A disk that stalls, or another process that keeps the database for a while, is waited for: nobody is told
 *     anything, reading goes on, afterwards everything is written in order. A stall is logged once.
 * D7  When the writer dies, everything that it had is answered, and another one takes over.
 * D8  What waits is bounded; beyond it a write fails at once.
 */
export function describeDatabase(name: string, open: () => Promise<DatabaseFixture>): void {
  // Each test opens a store on a real disk, which other work may keep busy.
  describe(`${name} keeps the rules of the database`, { timeout: 60_000 }, () => {
    let fixture: DatabaseFixture

    beforeEach(async () => {
      fixture = await open()
    })
    afterEach(() => fixture.close())

    const insert = (id: string, body: Uint8Array | null = null) => ({
      sql: 'INSERT INTO note (id, body) VALUES (?, ?)',
      params: [id, body],
    })
    const write = (id: string, body: Uint8Array | null = null): Promise<unknown> =>
      fixture.database().write([insert(id, body)])
    const ids = async (): Promise<unknown[]> =>
      (await fixture.database().all('SELECT id FROM note ORDER BY id')).map((row) => row['id'])
    const codeOf = async (attempt: Promise<unknown>): Promise<string> =>
      attempt.then(
        () => 'no error',
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      )

    it('[D1] has what a resolved write has written, also after it was opened again', async () => {
      await write('a')
      expect(await ids()).toEqual(['a'])
      await fixture.restart()
      expect(await ids()).toEqual(['a'])
    })

    it('[D1] stores nothing of a batch of which one part fails', async () => {
      await write('a')
      expect(await codeOf(fixture.database().write([insert('b'), insert('a')]))).toBe('internal')
      expect(await ids()).toEqual(['a'])
    })

    it('[D2] lets batches take effect in their order', async () => {
      await write('a', new Uint8Array([0]))
      const append = (byte: number): Promise<unknown> =>
        fixture
          .database()
          .write([{ sql: 'UPDATE note SET body = CAST(body || ? AS BLOB)', params: [new Uint8Array([byte])] }])
      const appends: Promise<unknown>[] = []
      for (let byte = 1; byte <= 50; byte += 1) {
        appends.push(append(byte))
        if (byte % 7 === 0) await nextTurn()
      }
      await Promise.all(appends)
      const row = await fixture.database().get('SELECT body FROM note')
      expect(Array.from(row!['body'] as Uint8Array)).toEqual(Array.from({ length: 51 }, (_, byte) => byte))
    })

    it('[D3] keeps the other callers of a commit when one of them violates a rule', async () => {
      const outcomes = await Promise.allSettled([write('a'), write('a'), write('c')])
      expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await ids()).toEqual(['a', 'c'])
      expect(fixture.database().isHealthy()).toBe(true)
    })

    it('[D4] refuses writes while the disk is full and takes them again by itself', async () => {
      const big = new Uint8Array(4_000_000)
      await write('a')
      await fixture.setDiskFull(true)
      expect(await codeOf(write('big', big))).toBe('storage.unavailable')
      expect(fixture.database().isHealthy()).toBe(false)
      expect(fixture.logged).toContain('storage.failed')
      expect(await ids()).toEqual(['a'])
      await fixture.setDiskFull(false)
      await until(() => fixture.database().isHealthy(), { what: 'recovery', timeoutMs: 20_000 })
      await write('big', big)
      expect(await ids()).toEqual(['a', 'big'])
      expect(fixture.logged).toContain('storage.recovered')
    })

    it('[D5] reads several things of one state while others write', async () => {
      const database = fixture.database()
      let isOver = false
      const writing = (async () => {
        for (let at = 0; at < 40; at += 1) await database.write([insert(`a${at}`), insert(`b${at}`)])
        isOver = true
      })()
      const counts: [unknown, unknown][] = []
      while (!isOver) {
        const of = (letter: string) => ({
          sql: `SELECT COUNT(*) AS n FROM note WHERE id LIKE ?`,
          params: [`${letter}%`],
        })
        const [a, b] = await database.allOf([of('a'), of('b')])
        counts.push([a![0]!['n'], b![0]!['n']])
        await nextTurn()
      }
      await writing
      expect(counts.length).toBeGreaterThan(1)
      expect(counts.filter(([a, b]) => a !== b)).toEqual([])
    })

    it('[D6] waits while another process keeps the database, and then writes everything in order', async () => {
      await write('before')
      fixture.holdLock()
      const done: string[] = []
      const writes = Array.from('abcde', (id) => write(id).then(() => done.push(id)))
      await until(() => fixture.logged.includes('storage.stalled'), {
        what: 'the stall to be noticed',
        timeoutMs: 20_000,
      })
      const startedAt = performance.now()
      expect(await ids()).toEqual(['before'])
      expect(performance.now() - startedAt).toBeLessThan(500)
      expect(done).toEqual([])
      expect(fixture.database().isHealthy()).toBe(true)
      fixture.releaseLock()
      await Promise.all(writes)
      expect(done).toEqual(Array.from('abcde'))
      expect(fixture.logged.filter((event) => event === 'storage.stalled')).toHaveLength(1)
    })

    it('[D7] answers everything when the writer dies, and goes on with another one', async () => {
      fixture.holdLock()
      const write1 = codeOf(write('a'))
      const write2 = codeOf(write('b'))
      await nextTurn()
      await fixture.killWriter()
      expect([await write1, await write2]).toEqual(['storage.unavailable', 'storage.unavailable'])
      fixture.releaseLock()
      await write('c')
      expect(await ids()).toEqual(['c'])
      expect(fixture.database().isHealthy()).toBe(true)
    })

    it('[D8] refuses at once what would fill the memory while the disk stalls', async () => {
      fixture.holdLock()
      const body = new Uint8Array(8 * 1024 * 1024)
      const writes = Array.from({ length: 12 }, (_, at) => codeOf(write(`n${at}`, body)))
      expect(await writes.at(-1)).toBe('storage.unavailable')
      fixture.releaseLock()
      const codes = await Promise.all(writes)
      expect(codes.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => 'no error'))
      expect(await ids()).toHaveLength(codes.filter((code) => code === 'no error').length)
    })
  })
}
