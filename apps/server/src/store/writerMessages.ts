import type { Statement, WriteResult } from '../seams.ts'

/** What the writer worker is started with. */
export interface WriterOptions {
  readonly path: string
}

/** Main thread → worker: some batches; each succeeds or fails as a whole. */
export interface CommitRequest {
  readonly batches: readonly (readonly Statement[])[]
}

/** Why a batch or a commit failed, in a form that survives the thread border. */
export interface WriteFailure {
  readonly message: string
  /** SQLite's result code, 0 if there is none. */
  readonly errcode: number
}

/** Outcome of one batch inside a commit that reached the disk. */
export type BatchOutcome = { readonly results: readonly WriteResult[] } | { readonly failure: WriteFailure }

/**
 * Worker → main thread, one per commit, which takes along every request that had arrived when it started. Batches are
 * answered in the order in which they were sent. `failed`: nothing of the next `batches` batches is on disk.
 */
export type WriterReply =
  | { readonly type: 'ready' }
  | { readonly type: 'committed'; readonly outcomes: readonly BatchOutcome[] }
  | { readonly type: 'failed'; readonly batches: number; readonly failure: WriteFailure }
