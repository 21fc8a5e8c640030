import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { Statement, WriteResult } from '../seams.ts'
import { failureOf, isBusy, isFaultOfBatch } from './sqliteFailure.ts'
import type { BatchOutcome, CommitRequest, WriterOptions, WriterReply } from './writerMessages.ts'

// The only connection that writes. It lives in its own thread, so that a slow disk stalls commits and nothing else.

/** One attempt to get the write lock. */
const LOCK_ATTEMPT_MS = 5_000

/**
 * How long a commit waits for another process (a backup, an operator's shell) to let the database go. Until then it is
 * like a slow disk: nobody is told anything. Longer is no pause any more, and people have to know.
 */
const LOCK_PATIENCE_MS = 30_000

const port = parentPort
if (!port) throw new Error('sqliteWriter runs as a worker thread')

const options = workerData as WriterOptions
const db = new DatabaseSync(options.path)
db.exec(`PRAGMA busy_timeout = ${LOCK_ATTEMPT_MS}`)
// FULL: the WAL is synced at every commit, so a resolved write survives a power cut, not only a crash.
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')

const prepared = new Map<string, StatementSync>()

function statementFor(sql: string): StatementSync {
  let statement = prepared.get(sql)
  if (!statement) {
    statement = db.prepare(sql)
    prepared.set(sql, statement)
  }
  return statement
}

function run(statement: Statement): WriteResult {
  const { changes } = statementFor(statement.sql).run(...(statement.params ?? []))
  return { changes: Number(changes) }
}

function runBatch(batch: readonly Statement[]): BatchOutcome {
  db.exec('SAVEPOINT batch')
  try {
    const results = batch.map(run)
    db.exec('RELEASE batch')
    return { results }
  } catch (error) {
    const failure = failureOf(error)
    if (!isFaultOfBatch(failure)) throw error
    db.exec('ROLLBACK TO batch; RELEASE batch')
    return { failure }
  }
}

function commit(batches: readonly (readonly Statement[])[]): readonly BatchOutcome[] {
  try {
    db.exec('BEGIN IMMEDIATE')
    const outcomes = batches.map(runBatch)
    db.exec('COMMIT')
    return outcomes
  } catch (error) {
    // After a failed COMMIT (disk full) SQLite may have rolled back by itself; a second rollback is then an error.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function answer({ first, batches }: CommitRequest): WriterReply {
  const givesUpAt = performance.now() + LOCK_PATIENCE_MS
  for (;;) {
    try {
      return { type: 'committed', first, outcomes: commit(batches) }
    } catch (error) {
      const failure = failureOf(error)
      if (isBusy(failure) && performance.now() < givesUpAt) continue
      return { type: 'failed', first, batches: batches.length, failure }
    }
  }
}

type Message = CommitRequest | 'close'

/** Whatever arrived while the last commit waited for the disk shares the next one. */
function takeWaiting(message: Message): { request: CommitRequest | null; isClosing: boolean } {
  const batches: (readonly Statement[])[] = []
  let first: number | null = null
  let next: Message | undefined = message
  while (next !== undefined && next !== 'close') {
    first ??= next.first
    batches.push(...next.batches)
    next = (receiveMessageOnPort(port as MessagePort) as { message: Message } | undefined)?.message
  }
  return { request: first === null ? null : { first, batches }, isClosing: next === 'close' }
}

port.on('message', (message: Message) => {
  const { request, isClosing } = takeWaiting(message)
  if (request) port.postMessage(answer(request))
  if (!isClosing) return
  db.close()
  port.close()
})
port.postMessage({ type: 'ready' } satisfies WriterReply)
