import type { TableScript } from './TableScript.ts'

/**
 * Workshops and everything that must not be forgeable: who may do what, which link leads where, what was done.
 * Tokens and codes are there as hashes only. Titles, groups and steps that people see live in the run state document;
 * `workshop` repeats only what lists, retention and permission checks need.
 */
export const workshopTables: TableScript = {
  id: 'workshops-1',
  sql: `
    CREATE TABLE instance (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      id TEXT NOT NULL
    ) STRICT;
    CREATE TABLE setup_token (
      token_hash TEXT PRIMARY KEY,
      created_at INTEGER NOT NULL,
      used_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE creator (
      token_hash TEXT PRIMARY KEY,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE series (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE workshop (
      id TEXT PRIMARY KEY,
      series_id TEXT NOT NULL REFERENCES series (id),
      title TEXT NOT NULL,
      ends_at INTEGER,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX workshop_by_series ON workshop (series_id);
    CREATE TABLE workshop_group (
      id TEXT PRIMARY KEY,
      workshop_id TEXT NOT NULL REFERENCES workshop (id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX workshop_group_by_workshop ON workshop_group (workshop_id);
    CREATE TABLE link (
      id TEXT PRIMARY KEY,
      workshop_id TEXT NOT NULL REFERENCES workshop (id),
      token_hash TEXT NOT NULL UNIQUE,
      role TEXT NOT NULL,
      group_id TEXT REFERENCES workshop_group (id),
      created_at INTEGER NOT NULL,
      expires_at INTEGER,
      revoked_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX link_by_workshop ON link (workshop_id);
    CREATE TABLE seat (
      id TEXT PRIMARY KEY,
      workshop_id TEXT NOT NULL REFERENCES workshop (id),
      link_id TEXT NOT NULL REFERENCES link (id),
      token_hash TEXT NOT NULL UNIQUE,
      recovery_hash TEXT NOT NULL UNIQUE,
      role TEXT NOT NULL,
      group_id TEXT REFERENCES workshop_group (id),
      name TEXT NOT NULL,
      organisation TEXT NOT NULL,
      joined_at INTEGER NOT NULL,
      revoked_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX seat_by_workshop ON seat (workshop_id);
    CREATE INDEX seat_by_link ON seat (link_id);
    CREATE TABLE tray_entry (
      id TEXT PRIMARY KEY,
      workshop_id TEXT NOT NULL REFERENCES workshop (id),
      seat_id TEXT NOT NULL REFERENCES seat (id),
      group_id TEXT NOT NULL REFERENCES workshop_group (id),
      item_id TEXT,
      field_id TEXT,
      body TEXT NOT NULL,
      reason TEXT NOT NULL,
      at INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX tray_entry_by_workshop ON tray_entry (workshop_id, at);
    CREATE TABLE snapshot (
      id TEXT PRIMARY KEY,
      workshop_id TEXT NOT NULL REFERENCES workshop (id),
      name TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX snapshot_by_workshop ON snapshot (workshop_id, at);
    CREATE TABLE snapshot_document (
      snapshot_id TEXT NOT NULL REFERENCES snapshot (id),
      document TEXT NOT NULL,
      state BLOB NOT NULL,
      PRIMARY KEY (snapshot_id, document)
    ) STRICT;
    CREATE TABLE audit_entry (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      workshop_id TEXT NOT NULL,
      seat_id TEXT,
      at INTEGER NOT NULL,
      event TEXT NOT NULL,
      details TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_entry_by_workshop ON audit_entry (workshop_id, seq);
  `,
}
