import type { SeatId, WorkshopId } from '@tafelrunde/schema/plain'
import type { Database } from '../seams.ts'

/** What is worth remembering about who steered a workshop. */
export type AuditEvent =
  | 'workshop.created'
  | 'workshop.edited'
  | 'group.added'
  | 'group.edited'
  | 'run.commanded'
  | 'plenary.decided'
  | 'link.created'
  | 'link.revoked'
  | 'seat.edited'
  | 'seat.recovered'
  | 'seat.revoked'
  | 'snapshot.kept'
  | 'tray.decided'
  | 'entry.authorsAsked'
  | 'seat.undone'
  | 'undo.reverted'

/** One remembered act; `details` names records by id and never repeats a text that somebody wrote. */
export interface AuditEntry {
  readonly workshopId: WorkshopId
  /** null: the act of whoever created the workshop, before any seat existed. */
  readonly seatId: SeatId | null
  readonly at: number
  readonly event: AuditEvent
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

/** Append-only memory of moderating acts: entries are never changed, and listed in the order of their happening. */
export class AuditLog {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async append(entry: AuditEntry): Promise<void> {
    await this.#db.write([
      {
        sql: 'INSERT INTO audit_entry (workshop_id, seat_id, at, event, details) VALUES (?, ?, ?, ?, ?)',
        params: [entry.workshopId, entry.seatId, entry.at, entry.event, JSON.stringify(entry.details)],
      },
    ])
  }

  async list(workshopId: WorkshopId): Promise<readonly AuditEntry[]> {
    const rows = await this.#db.all('SELECT * FROM audit_entry WHERE workshop_id = ? ORDER BY seq', workshopId)
    return rows.map((row) => ({
      workshopId,
      seatId: row['seat_id'] as SeatId | null,
      at: Number(row['at']),
      event: row['event'] as AuditEvent,
      details: JSON.parse(String(row['details'])) as AuditEntry['details'],
    }))
  }
}
