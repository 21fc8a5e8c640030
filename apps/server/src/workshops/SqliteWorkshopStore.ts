import type { GroupId, SeriesId, WorkshopId } from '@tafelrunde/schema/plain'
import { insertLink } from '../links/SqliteLinkStore.ts'
import type { Database, Statement } from '../seams.ts'
import type { NewWorkshop, Series, StoredWorkshop, WorkshopStore } from './WorkshopStore.ts'

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

  async count(): Promise<number> {
    const row = await this.#db.get('SELECT count(*) AS workshops FROM workshop')
    return Number(row?.['workshops'] ?? 0)
  }
}

function insertGroup(workshopId: WorkshopId, groupId: GroupId): Statement {
  return { sql: 'INSERT INTO workshop_group (id, workshop_id) VALUES (?, ?)', params: [groupId, workshopId] }
}
