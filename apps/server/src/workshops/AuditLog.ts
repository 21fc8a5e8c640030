import type { SeatId, WorkshopId } from '@tafelrunde/schema/plain'
import { Listeners } from '../live/Listeners.ts'
import type { Log } from '../observability/log.ts'
import type { Database, Row, Statement } from '../seams.ts'

/** What is worth remembering about who steered a workshop. */
export type AuditEvent =
  | 'workshop.created'
  | 'workshop.edited'
  | 'group.added'
  | 'group.edited'
  | 'run.commanded'
  | 'step.ended'
  | 'part.began'
  | 'plenary.decided'
  | 'step.noted'
  | 'link.created'
  | 'link.revoked'
  | 'seat.edited'
  | 'seat.recovered'
  | 'seat.revoked'
  | 'seat.muted'
  | 'seat.unmuted'
  | 'seats.admitted'
  | 'seats.assigned'
  | 'seating.edited'
  | 'snapshot.kept'
  | 'vote.opened'
  | 'vote.closed'
  | 'vote.winnersTaken'
  | 'ballot.proxied'
  | 'tray.decided'
  | 'entry.authorsAsked'
  | 'seat.undone'
  | 'undo.reverted'
  | 'notes.revealed'
  | 'workshop.closed'
  | 'workshop.reopened'
  | 'recommendation.submitted'
  | 'recommendation.withdrawn'
  | 'rehearsal.started'
  | 'rehearsal.stopped'
  | 'rehearsal.ended'

/** One remembered act; `details` names records by id and never repeats a text that somebody wrote. */
export interface AuditEntry {
  readonly workshopId: WorkshopId
  /** null: nobody's; of the server itself, or of whoever created the workshop, before any seat existed. */
  readonly seatId: SeatId | null
  readonly at: number
  readonly event: AuditEvent
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

/** Entries that wait for a disk that takes nothing; beyond it the oldest are lost, and the log says so. */
const MAX_DELAYED = 1_000

/**
 * Append-only memory of moderating acts: entries are never changed, and listed in the order of their happening.
 *
 * The act has happened when it is remembered, so a disk that refuses does not turn it into a failure: the entry is
 * written together with the next one.
 */
export class AuditLog {
  readonly #db: Database
  readonly #log: Pick<Log, 'warn' | 'error'> | null
  #delayed: AuditEntry[] = []
  readonly #listeners = new Listeners<[entry: AuditEntry]>()

  constructor(db: Database, log: Pick<Log, 'warn' | 'error'> | null = null) {
    this.#db = db
    this.#log = log
  }

  /** Never rejects. */
  async append(entry: AuditEntry): Promise<void> {
    const entries = [...this.#delayed.splice(0), entry]
    try {
      await this.#db.write(entries.map(insertEntry))
    } catch (cause) {
      this.#delayed = [...entries, ...this.#delayed]
      const lost = this.#delayed.splice(0, Math.max(0, this.#delayed.length - MAX_DELAYED)).length
      if (lost > 0) this.#log?.error('audit.lost', { entries: lost }, cause)
      this.#log?.warn('audit.delayed', { entries: this.#delayed.length })
    }
    this.#listeners.tell(entry)
  }

  /** Calls back after an act was remembered, or is kept for a disk that takes nothing. */
  onAppended(listener: (entry: AuditEntry) => void): () => void {
    return this.#listeners.add(listener)
  }

  /** The last acts of a workshop, newest first. */
  async latest(workshopId: WorkshopId, count: number): Promise<readonly AuditEntry[]> {
    const sql = 'SELECT * FROM audit_entry WHERE workshop_id = ? ORDER BY seq DESC LIMIT ?'
    return (await this.#db.all(sql, workshopId, count)).map(auditEntryOf)
  }

  async list(workshopId: WorkshopId): Promise<readonly AuditEntry[]> {
    const rows = await this.#db.all('SELECT * FROM audit_entry WHERE workshop_id = ? ORDER BY seq', workshopId)
    return rows.map(auditEntryOf)
  }
}

function auditEntryOf(row: Row): AuditEntry {
  return {
    workshopId: row['workshop_id'] as WorkshopId,
    seatId: row['seat_id'] as SeatId | null,
    at: Number(row['at']),
    event: row['event'] as AuditEvent,
    details: JSON.parse(String(row['details'])) as AuditEntry['details'],
  }
}

function insertEntry({ workshopId, seatId, at, event, details }: AuditEntry): Statement {
  return {
    sql: 'INSERT INTO audit_entry (workshop_id, seat_id, at, event, details) VALUES (?, ?, ?, ?, ?)',
    params: [workshopId, seatId, at, event, JSON.stringify(details)],
  }
}
