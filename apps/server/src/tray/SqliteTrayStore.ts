import type { GroupId, SeatId, WorkshopId } from '@tafelrunde/schema/plain'
import type { Database, Row } from '../seams.ts'
import type { TrayEntryId, TrayRecord, TrayState, TrayStore } from './TrayStore.ts'

/** Refused texts in the embedded database; see TrayStore for the rules. */
export class SqliteTrayStore implements TrayStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async put(entry: TrayRecord): Promise<boolean> {
    const [result] = await this.#db.write([
      {
        sql: `INSERT OR IGNORE INTO tray_entry
                (id, workshop_id, seat_id, group_id, item_id, field_id, body, reason, at, state)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        params: [
          entry.id,
          entry.workshopId,
          entry.seatId,
          entry.groupId,
          entry.itemId,
          entry.fieldId,
          entry.text,
          entry.reason,
          entry.at,
          entry.state,
        ],
      },
    ])
    return result?.changes === 1
  }

  async byId(id: TrayEntryId): Promise<TrayRecord | null> {
    const row = await this.#db.get('SELECT * FROM tray_entry WHERE id = ?', id)
    return row ? entryOf(row) : null
  }

  async list(workshopId: WorkshopId, seatId?: SeatId): Promise<readonly TrayRecord[]> {
    const rows = await this.#db.all(
      'SELECT * FROM tray_entry WHERE workshop_id = ? AND (? IS NULL OR seat_id = ?) ORDER BY at, id',
      workshopId,
      seatId ?? null,
      seatId ?? null,
    )
    return rows.map(entryOf)
  }

  async decide(id: TrayEntryId, state: TrayState): Promise<boolean> {
    const [result] = await this.#db.write([
      { sql: `UPDATE tray_entry SET state = ? WHERE id = ? AND state = 'waiting'`, params: [state, id] },
    ])
    return result?.changes === 1
  }
}

function entryOf(row: Row): TrayRecord {
  return {
    id: row['id'] as TrayEntryId,
    workshopId: row['workshop_id'] as WorkshopId,
    seatId: row['seat_id'] as SeatId,
    groupId: row['group_id'] as GroupId,
    itemId: row['item_id'] as string | null,
    fieldId: row['field_id'] as string | null,
    text: String(row['body']),
    reason: String(row['reason']),
    at: Number(row['at']),
    state: row['state'] as TrayState,
  }
}
