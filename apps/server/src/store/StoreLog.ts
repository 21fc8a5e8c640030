/** Events of the database; fields never hold what is stored. */
export interface StoreLogEvents {
  /** Commits begin to fail. */
  'storage.failed': { reason: string }
  /** A commit has not ended for so long. */
  'storage.stalled': { ms: number; waiting: number }
  /** Commits succeed again, so long after they failed or stalled. */
  'storage.recovered': { ms: number }
  'storage.writerLost': Record<string, never>
  /** The database was damaged; what could be read is in a new one, the damaged one was put aside. */
  'storage.salvaged': { complaint: string; aside: string; rows: number; damagedTables: string }
  /** It is refused from now on. */
  'storage.documentDamaged': { document: string }
}

/** The part of the server's log that the database writes to. */
export interface StoreLog {
  info<E extends keyof StoreLogEvents>(event: E, fields: StoreLogEvents[E]): void
  warn<E extends keyof StoreLogEvents>(event: E, fields: StoreLogEvents[E]): void
  error<E extends keyof StoreLogEvents>(event: E, fields: StoreLogEvents[E], cause?: unknown): void
}
