import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { AppError } from '@tafelrunde/protocol'
import type { Database, Row, Statement, WriteResult } from '../seams.ts'
import { applyTableScripts } from './applyTableScripts.ts'
import { inspectDatabase } from './inspectDatabase.ts'
import { lockDataFolder, type Unlock } from './lockDataFolder.ts'
import { TABLE_SCRIPTS } from './tables/index.ts'
import type { TableScript } from './tables/TableScript.ts'
import { WriterThread } from './WriterThread.ts'
import type { BatchOutcome, WriteFailure, WriterReply } from './writerMessages.ts'

/** How long after a failed commit the next attempt is made when nobody writes, so that recovery needs no visitor. */
const PROBE_MS = 500

interface QueuedBatch {
  readonly statements: readonly Statement[]
  readonly resolve: (results: readonly WriteResult[]) => void
  readonly reject: (error: Error) => void
}

/**
 * The embedded database: one file, reads on this thread, writes in one worker thread.
 *
 * 1. `write` resolves after its transaction is synced to disk, and only then.
 * 2. Everything that waits when a commit starts shares it (group commit); batches keep their order.
 * 3. A batch that violates a constraint fails alone; a disk that refuses fails everything in the commit.
 * 4. While commits fail, `isHealthy` is false and the database probes until the disk takes writes again.
 */
export class SqliteDatabase implements Database {
  readonly #path: string
  readonly #reader: DatabaseSync
  readonly #unlock: Unlock
  readonly #prepared = new Map<string, StatementSync>()
  #writer: WriterThread | null = null
  /** Not yet sent to the writer. */
  #queue: QueuedBatch[] = []
  /** Sent and not answered, in order. */
  #underWay: QueuedBatch[] = []
  #isHealthy = true
  #isClosed = false
  #probe: NodeJS.Timeout | null = null
  #idleListeners: (() => void)[] = []

  private constructor(parts: { path: string; reader: DatabaseSync; unlock: Unlock }) {
    this.#path = parts.path
    this.#reader = parts.reader
    this.#unlock = parts.unlock
  }

  /** Start the writer on a database whose layout is current. */
  static async start({ path, unlock }: { path: string; unlock: Unlock }): Promise<SqliteDatabase> {
    const reader = new DatabaseSync(path, { readOnly: true })
    reader.exec('PRAGMA busy_timeout = 5000')
    const database = new SqliteDatabase({ path, reader, unlock })
    await database.#startWriter()
    return database
  }

  write(statements: readonly Statement[]): Promise<readonly WriteResult[]> {
    if (this.#isClosed) return Promise.reject(new AppError('storage.unavailable', 'the database is closed'))
    return new Promise((resolve, reject) => {
      this.#queue.push({ statements: statements.map(detached), resolve, reject })
      // Not a timer: everything that arrived in this turn of the loop goes together, and nothing waits longer.
      if (this.#queue.length === 1) setImmediate(() => this.#send())
    })
  }

  async all<T extends Row = Row>(sql: string, ...params: NonNullable<Statement['params']>): Promise<readonly T[]> {
    return this.#prepare(sql).all(...(params as SQLInputValue[])) as T[]
  }

  async get<T extends Row = Row>(sql: string, ...params: NonNullable<Statement['params']>): Promise<T | undefined> {
    return this.#prepare(sql).get(...(params as SQLInputValue[])) as T | undefined
  }

  async allOf(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]> {
    this.#reader.exec('BEGIN')
    try {
      return statements.map(({ sql, params = [] }) => this.#prepare(sql).all(...(params as SQLInputValue[])) as Row[])
    } finally {
      this.#reader.exec('COMMIT')
    }
  }

  isHealthy(): boolean {
    return this.#isHealthy
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    if (this.#underWay.length > 0 || this.#queue.length > 0) {
      await new Promise<void>((resolve) => this.#idleListeners.push(resolve))
    }
    this.#isClosed = true
    if (this.#probe) clearTimeout(this.#probe)
    this.#prepared.clear()
    this.#reader.close()
    await this.#writer?.close()
    this.#unlock()
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql)
    if (!statement) {
      statement = this.#reader.prepare(sql)
      this.#prepared.set(sql, statement)
    }
    return statement
  }

  async #startWriter(): Promise<void> {
    this.#writer = await WriterThread.start(
      { path: this.#path },
      { onReply: (reply) => this.#settle(reply), onGone: (error) => this.#failAll(error) },
    )
  }

  #send(): void {
    const batches = this.#queue
    this.#queue = []
    this.#underWay.push(...batches)
    try {
      if (!this.#writer) throw new Error('the writer has not started')
      this.#writer.send({ batches: batches.map((batch) => batch.statements) })
    } catch (cause) {
      this.#failAll(cause)
    }
  }

  #settle(reply: WriterReply): void {
    if (reply.type === 'committed') {
      this.#isHealthy = true
      const done = this.#underWay.splice(0, reply.outcomes.length)
      done.forEach((batch, index) => settle(batch, reply.outcomes[index]))
    } else if (reply.type === 'failed') {
      this.#fail(this.#underWay.splice(0, reply.batches), unavailable(reply.failure.message))
    }
    this.#tellIfIdle()
  }

  /** The thread has died; the probe starts another one. */
  #failAll(cause: unknown): void {
    this.#writer = null
    this.#fail(this.#underWay.splice(0), unavailable('the writer thread is gone', cause))
    this.#tellIfIdle()
  }

  #tellIfIdle(): void {
    if (this.#underWay.length > 0 || this.#queue.length > 0) return
    for (const resolve of this.#idleListeners.splice(0)) resolve()
  }

  #fail(batches: readonly QueuedBatch[], error: AppError): void {
    this.#isHealthy = false
    for (const batch of batches) batch.reject(error)
    this.#probe ??= setTimeout(() => void this.#tryAgain(), PROBE_MS).unref()
  }

  async #tryAgain(): Promise<void> {
    this.#probe = null
    if (this.#isClosed || this.#isHealthy) return
    try {
      if (!this.#writer) await this.#startWriter()
      await this.write([{ sql: 'UPDATE applied_script SET at = at' }])
    } catch (cause) {
      this.#fail([], unavailable('the disk still takes nothing', cause))
    }
  }
}

/**
 * Open (or create) the database of a data folder and hold the folder until `close`.
 *
 * @throws AppError `storage.unwritable` | `storage.locked` | `storage.damaged` | `storage.newer`; nothing is touched then
 */
export async function openDatabase(
  dataDir: string,
  scripts: readonly TableScript[] = TABLE_SCRIPTS,
): Promise<SqliteDatabase> {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (cause) {
    throw new AppError('storage.unwritable', `cannot create ${dataDir}`, { cause })
  }
  const path = join(dataDir, 'tafelrunde.sqlite')
  const unlock = lockDataFolder(dataDir)
  try {
    if (existsSync(path) && statSync(path).size > 0) inspectDatabase(path, scripts)
    applyTableScripts(path, scripts)
    return await SqliteDatabase.start({ path, unlock })
  } catch (cause) {
    unlock()
    if (cause instanceof AppError) throw cause
    throw new AppError('storage.unwritable', `cannot open ${path}`, { cause })
  }
}

/**
 * Posting a view to another thread copies the whole buffer below it (for a frame of `ws`: a pool of many frames),
 * so each blob is cut out first.
 */
function detached(statement: Statement): Statement {
  if (!statement.params?.some((value) => value instanceof Uint8Array)) return statement
  const params = statement.params.map((value) =>
    value instanceof Uint8Array && value.byteLength !== value.buffer.byteLength ? new Uint8Array(value) : value,
  )
  return { sql: statement.sql, params }
}

function settle(batch: QueuedBatch, outcome: BatchOutcome | undefined): void {
  if (outcome && 'results' in outcome) batch.resolve(outcome.results)
  else batch.reject(new AppError('internal', outcome?.failure.message ?? 'no outcome', causeOf(outcome?.failure)))
}

function causeOf(failure: WriteFailure | undefined): ErrorOptions {
  return { cause: Object.assign(new Error(failure?.message), { errcode: failure?.errcode ?? 0 }) }
}

function unavailable(message: string, cause?: unknown): AppError {
  return new AppError('storage.unavailable', message, { cause })
}
