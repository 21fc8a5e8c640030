/** One step of the database layout; applied once per database, in the order of the list, in one transaction. */
export interface TableScript {
  /** Stable name, stored in the database once the script has run. */
  readonly id: string
  readonly sql: string
}
