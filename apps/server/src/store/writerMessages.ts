import type { Statement, WriteResult } from '../seams.ts'

/** What the writer worker is started with. */
export interface WriterOptions {
  readonly path: string
}

/** Main thread → worker: some batches, numbered from `first`; each succeeds or fails as a whole. */
export interface CommitRequest {
  readonly first: number
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
 * answered in the order in which they were sent, `first` is the number of the first of them. `failed`: nothing of
 * these `batches` batches is on disk.
 */
export type WriterReply =
  | { readonly type: 'ready' }
  | { readonly type: 'committed'; readonly first: number; readonly outcomes: readonly BatchOutcome[] }
  | { readonly type: 'failed'; readonly first: number; readonly batches: number; readonly failure: WriteFailure }
