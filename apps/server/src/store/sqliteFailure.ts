import { AppError } from '@tafelrunde/protocol'
import type { WriteFailure } from './writerMessages.ts'

// Primary result codes of SQLite: https://sqlite.org/rescode.html
const ERROR = 1
const BUSY = 5
const LOCKED = 6
const CORRUPT = 11
const TOO_BIG = 18
const CONSTRAINT = 19
const MISMATCH = 20
const RANGE = 25
const NOT_A_DATABASE = 26

/** What a statement or a commit has thrown. */
export function failureOf(error: unknown): WriteFailure {
  if (!(error instanceof Error)) return { message: String(error), errcode: 0 }
  const errcode = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0
  return { message: error.message, errcode }
}

/** Somebody else holds the database; it passes. */
export function isBusy({ errcode }: WriteFailure): boolean {
  return [BUSY, LOCKED].includes(errcode & 0xff)
}

/** What was read is not what was written. */
export function isDamage({ errcode }: WriteFailure): boolean {
  return [CORRUPT, NOT_A_DATABASE].includes(errcode & 0xff)
}

/**
 * Whether a failure concerns one batch: a violated rule, a wrong value, or a damaged page that only this batch needs.
 * Everything else (full, I/O, no memory) concerns all who share the commit.
 */
export function isFaultOfBatch(failure: WriteFailure): boolean {
  const primary = failure.errcode & 0xff
  return failure.errcode === 0 || [ERROR, CORRUPT, TOO_BIG, CONSTRAINT, MISMATCH, RANGE].includes(primary)
}

/** The error that callers of the database get. */
export function storageError(failure: WriteFailure): AppError {
  const cause = Object.assign(new Error(failure.message), { errcode: failure.errcode })
  if (isDamage(failure)) return new AppError('storage.damaged', failure.message, { cause })
  return new AppError(isFaultOfBatch(failure) ? 'internal' : 'storage.unavailable', failure.message, { cause })
}
