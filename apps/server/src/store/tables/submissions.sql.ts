import type { TableScript } from './TableScript.ts'

/**
 * Submitted recommendations. What they say stays on the boards; what nobody may forge is here. Rows of `submission`
 * are never removed, so that a code is never given again.
 */
export const submissionTables: TableScript = {
  id: 'submissions-1',
  sql: `
    CREATE TABLE workshop_number (
      workshop_id TEXT PRIMARY KEY REFERENCES workshop (id) ON DELETE CASCADE,
      series_id TEXT NOT NULL,
      number INTEGER NOT NULL,
      UNIQUE (series_id, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE submission (
      workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
      recommendation_key TEXT NOT NULL,
      number INTEGER NOT NULL,
      code TEXT NOT NULL,
      status TEXT NOT NULL,
      PRIMARY KEY (workshop_id, recommendation_key),
      UNIQUE (workshop_id, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE submission_event (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
      recommendation_key TEXT NOT NULL,
      at INTEGER NOT NULL,
      from_status TEXT NOT NULL,
      to_status TEXT NOT NULL,
      note TEXT NOT NULL,
      role TEXT NOT NULL
    ) STRICT;
    CREATE INDEX submission_event_by_workshop ON submission_event (workshop_id, seq);
  `,
}
