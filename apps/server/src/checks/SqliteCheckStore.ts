import type { CheckReport } from '@tafelrunde/protocol'
import type { SeatId, WorkshopId } from '@tafelrunde/schema/plain'
import type { Database } from '../seams.ts'
import { CHECKS_PER_WORKSHOP, type CheckStore, type StoredCheck } from './CheckStore.ts'

/** Technical checks in the embedded database; see CheckStore for the rules. */
export class SqliteCheckStore implements CheckStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async keep({ workshopId, device, seatId, at, report }: StoredCheck): Promise<void> {
    await this.#db.write([
      {
        sql: `INSERT INTO technical_check (workshop_id, device, seat_id, at, report) VALUES (?, ?, ?, ?, ?)
              ON CONFLICT (workshop_id, device) DO UPDATE SET
                seat_id = COALESCE(excluded.seat_id, seat_id), at = excluded.at, report = excluded.report`,
        params: [workshopId, device, seatId, at, JSON.stringify(report)],
      },
      {
        sql: `DELETE FROM technical_check WHERE workshop_id = ?1 AND device IN (
                SELECT device FROM technical_check WHERE workshop_id = ?1
                ORDER BY seat_id IS NULL, at DESC, device LIMIT -1 OFFSET ?2)`,
        params: [workshopId, CHECKS_PER_WORKSHOP],
      },
    ])
  }

  async list(workshopId: WorkshopId): Promise<readonly StoredCheck[]> {
    const rows = await this.#db.all(
      'SELECT * FROM technical_check WHERE workshop_id = ? ORDER BY at DESC, device',
      workshopId,
    )
    return rows.map((row) => ({
      workshopId,
      device: String(row['device']),
      seatId: row['seat_id'] as SeatId | null,
      at: Number(row['at']),
      report: JSON.parse(String(row['report'])) as CheckReport,
    }))
  }
}
