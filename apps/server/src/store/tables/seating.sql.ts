import type { TableScript } from './TableScript.ts'

/** Who waits in the lobby, who may not write, how many people sit at a device; and who goes to which group. */
export const seatingTables: TableScript = {
  id: 'seating-1',
  sql: `
    ALTER TABLE seat ADD COLUMN is_waiting INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE seat ADD COLUMN is_muted INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE seat ADD COLUMN people INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE seat ADD COLUMN companions TEXT NOT NULL DEFAULT '';
    CREATE TABLE seating (
      workshop_id TEXT PRIMARY KEY REFERENCES workshop (id) ON DELETE CASCADE,
      mode TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE seating_entry (
      workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      organisation TEXT NOT NULL,
      group_id TEXT NOT NULL REFERENCES workshop_group (id) ON DELETE CASCADE,
      PRIMARY KEY (workshop_id, position)
    ) STRICT, WITHOUT ROWID;
  `,
}
