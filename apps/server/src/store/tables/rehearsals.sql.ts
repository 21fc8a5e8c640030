import type { TableScript } from './TableScript.ts'

/**
 * Copies of workshops that a rehearsal runs on. A row is written before anything of the copy is, and goes when nothing
 * of it is left; `groups` names its boards, a JSON list of ids, because the copy's own records come last.
 */
export const rehearsalTables: TableScript = {
  id: 'rehearsals-1',
  sql: `
    CREATE TABLE rehearsal_copy (
      workshop_id TEXT PRIMARY KEY,
      groups TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
