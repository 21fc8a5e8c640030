import type { TableScript } from './TableScript.ts'

/** Tickets with which one document is opened on behalf of a seat; as hashes only, and for a day at most. */
export const ticketTables: TableScript = {
  id: 'tickets-1',
  sql: `
    CREATE TABLE sync_ticket (
      ticket_hash TEXT PRIMARY KEY,
      seat_id TEXT NOT NULL REFERENCES seat (id),
      seat_token_hash TEXT NOT NULL,
      document TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      connected_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sync_ticket_by_seat ON sync_ticket (seat_id, created_at);
    CREATE INDEX sync_ticket_by_age ON sync_ticket (created_at);
  `,
}
