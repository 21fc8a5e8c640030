import type { TableScript } from './TableScript.ts'

/** Room that a disk has to have to count as one that takes writes; it is there from the start and written over. */
export const storageTables: TableScript = {
  id: 'storage-1',
  sql: `
    CREATE TABLE storage_probe (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      body BLOB NOT NULL
    ) STRICT;
    INSERT INTO storage_probe (only, body) VALUES (1, zeroblob(65536));
  `,
}
