import type { TableScript } from './TableScript.ts'

/** What devices have reported about themselves: one line per device of a workshop, nothing that leads to an address. */
export const checkTables: TableScript = {
  id: 'checks-1',
  sql: `
    CREATE TABLE technical_check (
      workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
      device TEXT NOT NULL,
      seat_id TEXT REFERENCES seat (id) ON DELETE SET NULL,
      at INTEGER NOT NULL,
      report TEXT NOT NULL,
      PRIMARY KEY (workshop_id, device)
    ) STRICT, WITHOUT ROWID;
  `,
}
