import { AppError } from '@tafelrunde/protocol'
import type { Database, Row, Statement, WriteResult } from '../seams.ts'
import type { Unlock } from './lockDataFolder.ts'
import { failureOf, storageError } from './sqliteFailure.ts'
import { SqliteReader } from './SqliteReader.ts'
import type { StoreLog } from './StoreLog.ts'
import { WriterThread } from './WriterThread.ts'
import type { BatchOutcome, CommitRequest, WriterReply } from './writerMessages.ts'

/** How often it is looked whether the disk answers, and tried again when it does not, so that recovery needs no visitor. */
const LOOK_MS = 500

/** A commit that takes longer is worth a line in the log; the lamp of everybody who writes says "sent" by then. */
const STALLED_MS = 2_000

/** What may wait for a disk that stalls. Beyond it a write is refused at once: the memory must not fill up. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024

/**
 * Stands for an empty batch. It needs some room in the log: a nearly full disk takes a page now and then and refuses the
 * edits of everybody all the same.
 */
const PROBE: Statement = { sql: 'UPDATE storage_probe SET body = randomblob(65536)' }

/** Clients bring what was refused again after less than two seconds; later nobody waits any more. */
const REFUSED_FOR_MS = 10_000

interface Batch {
  readonly statements: readonly Statement[]
  readonly bytes: number
  readonly resolve: (results: readonly WriteResult[]) => void
  readonly reject: (error: Error) => void
}

/** What a database is made of. */
export interface SqliteDatabaseParts {
  readonly path: string
  readonly unlock: Unlock
  readonly log: StoreLog
}

/**
 * The embedded database: one file, reads on this thread, writes in one worker thread. Rules in `database.contract.ts`.
 */
export class SqliteDatabase implements Database {
  readonly #parts: SqliteDatabaseParts
  readonly #reader: SqliteReader
  #writer: WriterThread | null = null
  #isStarting = false
  /** Not yet sent to the writer. */
  #queue: Batch[] = []
  /** Sent and not answered, in order; the first of them has the number `#answered`. */
  #underWay: Batch[] = []
  #answered = 0
  #waitingBytes = 0
  /** When the oldest of what is under way was sent or the last commit was answered; monotonic. */
  #movedAt = 0
  #troubledSince: number | null = null
  #isHealthy = true
  #failedAt = Number.NEGATIVE_INFINITY
  #isStalled = false
  #isClosed = false
  #look: NodeJS.Timeout | null = null
  #idleListeners: (() => void)[] = []

  private constructor(parts: SqliteDatabaseParts) {
    this.#parts = parts
    this.#reader = new SqliteReader(parts.path)
  }

  /** Start the writer on a database whose layout is current. */
  static async start(parts: SqliteDatabaseParts): Promise<SqliteDatabase> {
    const database = new SqliteDatabase(parts)
    await database.#startWriter()
    database.#look = setInterval(() => database.#lookAfter(), LOOK_MS).unref()
    return database
  }

  write(statements: readonly Statement[]): Promise<readonly WriteResult[]> {
    if (this.#isClosed) return Promise.reject(new AppError('storage.unavailable', 'the database is closed'))
    const bytes = sizeOf(statements)
    if (this.#waitingBytes > 0 && this.#waitingBytes + bytes > MAX_WAITING_BYTES) {
      return Promise.reject(new AppError('storage.unavailable', 'too much waits for the disk'))
    }
    return new Promise((resolve, reject) => {
      this.#waitingBytes += bytes
      const asked = statements.length === 0 ? [PROBE] : statements.map(detached)
      this.#queue.push({ statements: asked, bytes, resolve, reject })
      // Not a timer: everything that arrived in this turn of the loop goes together, and nothing waits longer.
      if (this.#queue.length === 1) setImmediate(() => this.#send())
    })
  }

  all<T extends Row = Row>(sql: string, ...params: NonNullable<Statement['params']>): Promise<readonly T[]> {
    return this.#reader.all({ sql, params })
  }

  get<T extends Row = Row>(sql: string, ...params: NonNullable<Statement['params']>): Promise<T | undefined> {
    return this.#reader.get({ sql, params })
  }

  allOf(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]> {
    return this.#reader.allOf(statements)
  }

  isHealthy(): boolean {
    return this.#isHealthy
  }

  /** Whether nothing was refused lately that the disk would not take now. */
  async takesWrites(): Promise<boolean> {
    if (this.#isHealthy && performance.now() - this.#failedAt > REFUSED_FOR_MS) return true
    return this.write([]).then(
      () => true,
      () => false,
    )
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    if (!this.#isIdle) await new Promise<void>((resolve) => this.#idleListeners.push(resolve))
    this.#isClosed = true
    if (this.#look) clearInterval(this.#look)
    this.#reader.close()
    await this.#writer?.close()
    this.#parts.unlock()
  }

  get #isIdle(): boolean {
    return this.#underWay.length === 0 && this.#queue.length === 0
  }

  async #startWriter(): Promise<void> {
    this.#isStarting = true
    try {
      this.#writer = await WriterThread.start(
        { path: this.#parts.path },
        { onReply: (reply) => this.#settle(reply), onGone: (error) => this.#lose(error) },
      )
    } finally {
      this.#isStarting = false
    }
    this.#send()
  }

  #send(): void {
    if (!this.#writer || this.#queue.length === 0) return
    const batches = this.#queue
    this.#queue = []
    if (this.#underWay.length === 0) this.#movedAt = performance.now()
    const first = this.#answered + this.#underWay.length
    this.#underWay.push(...batches)
    const request: CommitRequest = { first, batches: batches.map(({ statements }) => statements) }
    try {
      this.#writer.send(request)
    } catch (cause) {
      // Something that cannot cross the thread border; the writer knows nothing of these batches.
      this.#underWay.length -= batches.length
      this.#reject(batches, storageError(failureOf(cause)))
    }
  }

  #settle(reply: Exclude<WriterReply, { type: 'ready' }>): void {
    const count = reply.type === 'committed' ? reply.outcomes.length : reply.batches
    // An answer to something else than was asked: whatever it says, nobody may be told that he is on disk.
    if (reply.first !== this.#answered || count > this.#underWay.length) return void this.#writer?.abort()
    this.#movedAt = performance.now()
    this.#isStalled = false
    this.#answered += count
    const done = this.#underWay.splice(0, count)
    if (reply.type === 'committed') {
      this.#recovered()
      done.forEach((batch, index) => this.#answer(batch, reply.outcomes[index]))
    } else {
      this.#failed(reply.failure.message)
      this.#reject(done, storageError(reply.failure))
    }
    this.#tellIfIdle()
  }

  #answer(batch: Batch, outcome: BatchOutcome | undefined): void {
    if (!outcome || 'failure' in outcome) {
      return this.#reject([batch], storageError(outcome?.failure ?? { message: 'no outcome', errcode: 0 }))
    }
    this.#waitingBytes -= batch.bytes
    batch.resolve(outcome.results)
  }

  /** The thread has died: another one takes over at once, and by the time if that fails too. */
  #lose(cause: Error): void {
    this.#writer = null
    this.#parts.log.error('storage.writerLost', {}, cause)
    this.#failed(cause.message)
    this.#answered += this.#underWay.length
    this.#reject(this.#underWay.splice(0), unavailable('the writer thread is gone', cause))
    void this.#restart()
    this.#tellIfIdle()
  }

  async #restart(): Promise<void> {
    if (this.#isClosed || this.#writer || this.#isStarting) return
    try {
      await this.#startWriter()
    } catch (cause) {
      this.#failed(failureOf(cause).message)
      this.#reject(this.#queue.splice(0), unavailable('the writer thread does not start', cause))
      this.#tellIfIdle()
    }
  }

  #reject(batches: readonly Batch[], error: AppError): void {
    for (const batch of batches) {
      this.#waitingBytes -= batch.bytes
      batch.reject(error)
    }
  }

  /** Twice a second: start what did not start, try what failed, notice what takes too long. */
  #lookAfter(): void {
    if (this.#isClosed) return
    if (!this.#writer) return void this.#restart()
    this.#send()
    const waitsMs = performance.now() - this.#movedAt
    if (this.#underWay.length > 0 && waitsMs > STALLED_MS && !this.#isStalled) {
      this.#isStalled = true
      this.#troubledSince ??= this.#movedAt
      this.#parts.log.warn('storage.stalled', { ms: Math.round(waitsMs), waiting: this.#underWay.length })
    }
    if (!this.#isHealthy && this.#isIdle) void this.write([]).catch(() => undefined)
  }

  #failed(reason: string): void {
    if (this.#isHealthy) this.#parts.log.error('storage.failed', { reason })
    this.#isHealthy = false
    this.#failedAt = performance.now()
    this.#troubledSince ??= performance.now()
  }

  #recovered(): void {
    this.#isHealthy = true
    if (this.#troubledSince === null) return
    this.#parts.log.info('storage.recovered', { ms: Math.round(performance.now() - this.#troubledSince) })
    this.#troubledSince = null
  }

  #tellIfIdle(): void {
    if (!this.#isIdle) return
    for (const resolve of this.#idleListeners.splice(0)) resolve()
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

function sizeOf(statements: readonly Statement[]): number {
  let bytes = 0
  for (const { params = [] } of statements) {
    for (const value of params) bytes += value instanceof Uint8Array ? value.length : 64
  }
  return bytes
}

function unavailable(message: string, cause?: unknown): AppError {
  return new AppError('storage.unavailable', message, { cause })
}
