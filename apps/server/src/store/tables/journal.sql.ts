import type { TableScript } from './TableScript.ts'

/**
 * The journal. `journal_row` holds every durable edit since the last pruned checkpoint, `journal_checkpoint` full
 * states (`covers`: the last row that is in the state), `journal_claim` who owns a Yjs client id in a document and
 * `journal_document` what must outlive pruning. Rows are keyed by document first, so that a load reads one range.
 */
export const journalTables: TableScript = {
  id: 'journal-1',
  sql: `
    CREATE TABLE journal_document (
      document TEXT PRIMARY KEY,
      created_at INTEGER NOT NULL,
      last_edit_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE journal_row (
      document TEXT NOT NULL,
      seq INTEGER NOT NULL,
      seat_id TEXT,
      at INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      checksum INTEGER NOT NULL,
      PRIMARY KEY (document, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE journal_checkpoint (
      document TEXT NOT NULL,
      covers INTEGER NOT NULL,
      at INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      checksum INTEGER NOT NULL,
      PRIMARY KEY (document, covers)
    ) STRICT;
    CREATE TABLE journal_claim (
      document TEXT NOT NULL,
      client_id INTEGER NOT NULL,
      seat_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (document, client_id)
    ) STRICT, WITHOUT ROWID;
  `,
}

/**
 * `prev` is the row before: a row that has vanished from the middle is found out. Rows of before have none.
 * `journal_damage` names what was found damaged; whoever prunes leaves that alone.
 */
export const journalDamageTables: TableScript = {
  id: 'journal-2',
  sql: `
    ALTER TABLE journal_row ADD COLUMN prev INTEGER;
    CREATE TABLE journal_damage (
      document TEXT NOT NULL,
      part TEXT NOT NULL,
      seq INTEGER NOT NULL,
      found_at INTEGER NOT NULL,
      PRIMARY KEY (document, part, seq)
    ) STRICT, WITHOUT ROWID;
  `,
}
