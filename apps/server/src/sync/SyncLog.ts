import type { ErrorCode } from '@tafelrunde/protocol'

/** Events of the sync layer; fields never hold a token, a name, a text that somebody wrote or an address. */
export interface SyncLogEvents {
  'sync.socketRefused': { code: string }
  'sync.documentRefused': { document: string; code: ErrorCode }
  'sync.updateRefused': { document: string; code: ErrorCode }
  'sync.failed': { document: string }
  'document.loaded': { document: string; bytes: number; rows: number; ms: number }
  'document.loadFailed': { document: string; code: ErrorCode }
  'document.unloaded': { document: string }
  'journal.failed': { document: string }
  'journal.compacted': { document: string; ms: number }
  'journal.compactionFailed': { document: string }
}

/** The part of the server's log that the sync layer writes to. */
export interface SyncLog {
  info<E extends keyof SyncLogEvents>(event: E, fields: SyncLogEvents[E]): void
  warn<E extends keyof SyncLogEvents>(event: E, fields: SyncLogEvents[E]): void
  error<E extends keyof SyncLogEvents>(event: E, fields: SyncLogEvents[E], cause?: unknown): void
}
