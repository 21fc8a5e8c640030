import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import type { Row, Statement } from '../seams.ts'
import { failureOf, isBusy, storageError } from './sqliteFailure.ts'

/** How long a read tries again while another process keeps the database to itself. */
const BUSY_PATIENCE_MS = 5_000
const BUSY_PAUSE_MS = 20

/** The connection that reads, on this thread: it never waits for anybody, it comes again. */
export class SqliteReader {
  readonly #db: DatabaseSync
  readonly #prepared = new Map<string, StatementSync>()

  constructor(path: string) {
    this.#db = new DatabaseSync(path, { readOnly: true })
    this.#db.exec('PRAGMA busy_timeout = 0')
  }

  /** @throws AppError `storage.damaged` | `storage.unavailable` */
  all<T extends Row>({ sql, params = [] }: Statement): Promise<readonly T[]> {
    return this.#patiently(() => this.#prepare(sql).all(...(params as SQLInputValue[])) as T[])
  }

  /** @throws AppError `storage.damaged` | `storage.unavailable` */
  get<T extends Row>({ sql, params = [] }: Statement): Promise<T | undefined> {
    return this.#patiently(() => this.#prepare(sql).get(...(params as SQLInputValue[])) as T | undefined)
  }

  /** All of them see the same state. @throws AppError `storage.damaged` | `storage.unavailable` */
  allOf(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]> {
    return this.#patiently(() => {
      this.#db.exec('BEGIN')
      try {
        return statements.map(({ sql, params = [] }) => this.#prepare(sql).all(...(params as SQLInputValue[])) as Row[])
      } finally {
        // Nothing was written; a rollback has nothing to wait for.
        this.#db.exec('ROLLBACK')
      }
    })
  }

  close(): void {
    this.#prepared.clear()
    this.#db.close()
  }

  async #patiently<T>(read: () => T): Promise<T> {
    const givesUpAt = performance.now() + BUSY_PATIENCE_MS
    for (;;) {
      try {
        return read()
      } catch (error) {
        const failure = failureOf(error)
        if (failure.errcode === 0) throw error
        if (!isBusy(failure) || performance.now() > givesUpAt) throw storageError(failure)
      }
      await wait(BUSY_PAUSE_MS)
    }
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql)
    if (!statement) {
      statement = this.#db.prepare(sql)
      this.#prepared.set(sql, statement)
    }
    return statement
  }
}
