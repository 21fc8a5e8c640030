import type { GroupId, SeatId, SeriesId, WorkshopId } from '@tafelrunde/schema/plain'
import { insertLink } from '../links/SqliteLinkStore.ts'
import type { Database, Statement } from '../seams.ts'
import type { NewWorkshop, Series, StoredWorkshop, WorkshopStore } from './WorkshopStore.ts'

/**
 * What takes a workshop away, in an order in which nothing refers to what is gone. Tables that are not named here go
 * with their workshop (ON DELETE CASCADE); a series goes with its last workshop.
 */
const REMOVALS: readonly string[] = [
  'DELETE FROM tray_entry WHERE workshop_id = ?',
  'DELETE FROM snapshot_document WHERE snapshot_id IN (SELECT id FROM snapshot WHERE workshop_id = ?)',
  'DELETE FROM snapshot WHERE workshop_id = ?',
  'DELETE FROM sync_ticket WHERE seat_id IN (SELECT id FROM seat WHERE workshop_id = ?)',
  'DELETE FROM audit_entry WHERE workshop_id = ?',
  'DELETE FROM seat WHERE workshop_id = ?',
  'DELETE FROM link WHERE workshop_id = ?',
  'DELETE FROM workshop_group WHERE workshop_id = ?',
  'DELETE FROM workshop WHERE id = ?',
]

/** Workshops in the embedded database; see WorkshopStore for the rules. */
export class SqliteWorkshopStore implements WorkshopStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async create({ workshop, newSeries, groupIds, links }: NewWorkshop): Promise<void> {
    const series: Statement[] = newSeries
      ? [
          {
            sql: 'INSERT INTO series (id, title, created_at) VALUES (?, ?, ?)',
            params: [newSeries.id, newSeries.title, newSeries.createdAt],
          },
        ]
      : []
    await this.#db.write([
      ...series,
      {
        sql: 'INSERT INTO workshop (id, series_id, title, ends_at, created_at) VALUES (?, ?, ?, ?, ?)',
        params: [workshop.id, workshop.seriesId, workshop.title, workshop.endsAt, workshop.createdAt],
      },
      ...groupIds.map((groupId) => insertGroup(workshop.id, groupId)),
      ...links.map(insertLink),
    ])
  }

  async byId(id: WorkshopId): Promise<StoredWorkshop | null> {
    const row = await this.#db.get('SELECT * FROM workshop WHERE id = ?', id)
    if (!row) return null
    return {
      id: row['id'] as WorkshopId,
      seriesId: row['series_id'] as SeriesId,
      title: String(row['title']),
      endsAt: row['ends_at'] === null ? null : Number(row['ends_at']),
      createdAt: Number(row['created_at']),
    }
  }

  async seriesById(id: SeriesId): Promise<Series | null> {
    const row = await this.#db.get('SELECT * FROM series WHERE id = ?', id)
    return row ? { id, title: String(row['title']), createdAt: Number(row['created_at']) } : null
  }

  async workshopOfGroup(groupId: GroupId): Promise<WorkshopId | null> {
    const row = await this.#db.get('SELECT workshop_id FROM workshop_group WHERE id = ?', groupId)
    return row ? (row['workshop_id'] as WorkshopId) : null
  }

  async addGroup(workshopId: WorkshopId, groupId: GroupId): Promise<void> {
    await this.#db.write([insertGroup(workshopId, groupId)])
  }

  async edit(id: WorkshopId, change: { readonly title: string; readonly endsAt: number | null }): Promise<void> {
    await this.#db.write([
      { sql: 'UPDATE workshop SET title = ?, ends_at = ? WHERE id = ?', params: [change.title, change.endsAt, id] },
    ])
  }

  async shut(id: WorkshopId, at: number): Promise<readonly SeatId[]> {
    const revoke = (table: 'seat' | 'link'): Statement => ({
      sql: `UPDATE ${table} SET revoked_at = ? WHERE workshop_id = ? AND revoked_at IS NULL`,
      params: [at, id],
    })
    await this.#db.write([revoke('seat'), revoke('link')])
    const rows = await this.#db.all('SELECT id FROM seat WHERE workshop_id = ?', id)
    return rows.map((row) => row['id'] as SeatId)
  }

  async remove(id: WorkshopId): Promise<void> {
    await this.#db.write([
      ...REMOVALS.map((sql) => ({ sql, params: [id] })),
      { sql: 'DELETE FROM series WHERE id NOT IN (SELECT series_id FROM workshop)' },
    ])
  }

  async count(): Promise<number> {
    const row = await this.#db.get('SELECT count(*) AS workshops FROM workshop')
    return Number(row?.['workshops'] ?? 0)
  }
}

function insertGroup(workshopId: WorkshopId, groupId: GroupId): Statement {
  return { sql: 'INSERT INTO workshop_group (id, workshop_id) VALUES (?, ?)', params: [groupId, workshopId] }
}
