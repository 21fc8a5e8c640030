import type { GroupId, WorkshopId } from '@tafelrunde/schema/plain'
import type { Database } from '../seams.ts'
import type { RehearsalCopy, RehearsalCopyStore } from './RehearsalCopyStore.ts'

/** Copies in the embedded database; see RehearsalCopyStore for the rules. */
export class SqliteRehearsalCopyStore implements RehearsalCopyStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async note({ workshopId, groupIds }: RehearsalCopy): Promise<void> {
    await this.#db.write([
      {
        sql: 'INSERT OR REPLACE INTO rehearsal_copy (workshop_id, groups) VALUES (?, ?)',
        params: [workshopId, JSON.stringify(groupIds)],
      },
    ])
  }

  async crossOff(workshopId: WorkshopId): Promise<void> {
    await this.#db.write([{ sql: 'DELETE FROM rehearsal_copy WHERE workshop_id = ?', params: [workshopId] }])
  }

  async list(): Promise<readonly RehearsalCopy[]> {
    const rows = await this.#db.all('SELECT * FROM rehearsal_copy ORDER BY workshop_id')
    return rows.map((row) => {
      const groupIds: GroupId[] = JSON.parse(String(row['groups']))
      return { workshopId: row['workshop_id'] as WorkshopId, groupIds }
    })
  }
}
