import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { Statement, WriteResult } from '../seams.ts'
import type { BatchOutcome, CommitRequest, WriteFailure, WriterOptions, WriterReply } from './writerMessages.ts'

// The only connection that writes. It lives in its own thread, so that a slow disk stalls commits and nothing else.

const port = parentPort
if (!port) throw new Error('sqliteWriter runs as a worker thread')

const options = workerData as WriterOptions
const db = new DatabaseSync(options.path)
// FULL: the WAL is synced at every commit, so a resolved write survives a power cut, not only a crash.
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000')

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

function failureOf(error: unknown): WriteFailure {
  if (!(error instanceof Error)) return { message: String(error), errcode: 0 }
  const errcode = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0
  return { message: error.message, errcode }
}

/** SQLITE_CONSTRAINT (19) and SQLITE_ERROR (1) concern one batch; everything else (full, I/O, corrupt) concerns all. */
function isFaultOfBatch(failure: WriteFailure): boolean {
  const primary = failure.errcode & 0xff
  return primary === 19 || primary === 1 || primary === 20 || failure.errcode === 0
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

function commit(batches: readonly (readonly Statement[])[]): WriterReply {
  try {
    db.exec('BEGIN IMMEDIATE')
    const outcomes = batches.map(runBatch)
    db.exec('COMMIT')
    return { type: 'committed', outcomes }
  } catch (error) {
    // After a failed COMMIT (disk full) SQLite may have rolled back by itself; a second rollback is then an error.
    if (db.isTransaction) db.exec('ROLLBACK')
    return { type: 'failed', batches: batches.length, failure: failureOf(error) }
  }
}

type Message = CommitRequest | 'close'

/** Whatever arrived while the last commit waited for the disk shares the next one. */
function takeWaiting(first: Message): { batches: (readonly Statement[])[]; isClosing: boolean } {
  const batches: (readonly Statement[])[] = []
  let next: Message | undefined = first
  while (next !== undefined) {
    if (next === 'close') return { batches, isClosing: true }
    batches.push(...next.batches)
    next = (receiveMessageOnPort(port as MessagePort) as { message: Message } | undefined)?.message
  }
  return { batches, isClosing: false }
}

port.on('message', (message: Message) => {
  const { batches, isClosing } = takeWaiting(message)
  if (batches.length > 0) port.postMessage(commit(batches))
  if (!isClosing) return
  db.close()
  port.close()
})
port.postMessage({ type: 'ready' } satisfies WriterReply)
