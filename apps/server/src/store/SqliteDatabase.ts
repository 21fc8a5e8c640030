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
import type { BatchOutcome, WriteFailure } from './writerMessages.ts'

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
 * 2. Everything that is queued when a commit starts shares it (group commit); batches keep their order.
 * 3. A batch that violates a constraint fails alone; a disk that refuses fails everything in the commit.
 * 4. While commits fail, `isHealthy` is false and the database probes until the disk takes writes again.
 */
export class SqliteDatabase implements Database {
  readonly #reader: DatabaseSync
  readonly #writer: WriterThread
  readonly #unlock: Unlock
  readonly #prepared = new Map<string, StatementSync>()
  #queue: QueuedBatch[] = []
  #isCommitting = false
  #isScheduled = false
  #isHealthy = true
  #isClosed = false
  #probe: NodeJS.Timeout | null = null
  #idleListeners: (() => void)[] = []

  constructor(parts: { reader: DatabaseSync; writer: WriterThread; unlock: Unlock }) {
    this.#reader = parts.reader
    this.#writer = parts.writer
    this.#unlock = parts.unlock
  }

  write(statements: readonly Statement[]): Promise<readonly WriteResult[]> {
    if (this.#isClosed) return Promise.reject(new AppError('storage.unavailable', 'the database is closed'))
    return new Promise((resolve, reject) => {
      this.#queue.push({ statements: statements.map(detached), resolve, reject })
      this.#schedule()
    })
  }

  async all<T extends Row = Row>(sql: string, ...params: NonNullable<Statement['params']>): Promise<readonly T[]> {
    return this.#prepare(sql).all(...(params as SQLInputValue[])) as T[]
  }

  async get<T extends Row = Row>(sql: string, ...params: NonNullable<Statement['params']>): Promise<T | undefined> {
    return this.#prepare(sql).get(...(params as SQLInputValue[])) as T | undefined
  }

  isHealthy(): boolean {
    return this.#isHealthy
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    if (this.#isCommitting || this.#queue.length > 0) {
      await new Promise<void>((resolve) => this.#idleListeners.push(resolve))
    }
    this.#isClosed = true
    if (this.#probe) clearTimeout(this.#probe)
    this.#prepared.clear()
    this.#reader.close()
    await this.#writer.close()
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

  // setImmediate, not a timer: everything that arrived in this turn of the loop shares the commit, nothing waits longer.
  #schedule(): void {
    if (this.#isScheduled || this.#isCommitting) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      void this.#commitQueue()
    })
  }

  async #commitQueue(): Promise<void> {
    const group = this.#queue
    this.#queue = []
    this.#isCommitting = true
    try {
      const reply = await this.#writer.commit({ batches: group.map((batch) => batch.statements) })
      if (reply.type === 'committed') {
        this.#isHealthy = true
        group.forEach((batch, index) => settle(batch, reply.outcomes[index]))
      } else if (reply.type === 'failed') {
        this.#fail(group, unavailable(reply.failure.message))
      }
    } catch (cause) {
      this.#fail(group, unavailable('the writer thread is gone', cause))
    }
    this.#isCommitting = false
    if (this.#queue.length > 0) this.#schedule()
    else for (const resolve of this.#idleListeners.splice(0)) resolve()
  }

  #fail(group: readonly QueuedBatch[], error: AppError): void {
    this.#isHealthy = false
    for (const batch of group) batch.reject(error)
    this.#probe ??= setTimeout(() => {
      this.#probe = null
      if (this.#isClosed || this.#isHealthy) return
      this.write([{ sql: 'UPDATE applied_script SET at = at' }]).catch(() => undefined)
    }, PROBE_MS).unref()
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
    const writer = await WriterThread.start({ path })
    const reader = new DatabaseSync(path, { readOnly: true })
    reader.exec('PRAGMA busy_timeout = 5000')
    return new SqliteDatabase({ reader, writer, unlock })
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
