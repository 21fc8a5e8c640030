import type { TableScript } from './TableScript.ts'

/** What moderators write down for themselves: beside the run state, because that reaches everybody. */
export const stepNoteTables: TableScript = {
  id: 'step-notes-1',
  sql: `
    CREATE TABLE step_note (
      workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
      step_id TEXT NOT NULL,
      body TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (workshop_id, step_id)
    ) STRICT, WITHOUT ROWID;
  `,
}
