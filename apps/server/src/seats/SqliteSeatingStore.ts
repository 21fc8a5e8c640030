import type { SeatingMode } from '@tafelrunde/protocol'
import type { WorkshopId } from '@tafelrunde/schema/plain'
import type { Database, Statement } from '../seams.ts'
import type { Seating, SeatingStore } from './SeatingStore.ts'

/** Seating in the embedded database; see SeatingStore for the rules. */
export class SqliteSeatingStore implements SeatingStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async read(workshopId: WorkshopId): Promise<Seating> {
    const [modes, entries] = await this.#db.allOf([
      { sql: 'SELECT mode FROM seating WHERE workshop_id = ?', params: [workshopId] },
      { sql: 'SELECT * FROM seating_entry WHERE workshop_id = ? ORDER BY position', params: [workshopId] },
    ])
    return {
      mode: (modes?.[0]?.['mode'] as SeatingMode | undefined) ?? 'free',
      entries: (entries ?? []).map((row) => ({
        name: String(row['name']),
        organisation: String(row['organisation']),
        groupId: String(row['group_id']),
      })),
    }
  }

  async write(workshopId: WorkshopId, { mode, entries }: Partial<Seating>): Promise<void> {
    const statements: Statement[] = []
    if (mode !== undefined) {
      statements.push({
        sql: 'INSERT INTO seating (workshop_id, mode) VALUES (?1, ?2) ON CONFLICT (workshop_id) DO UPDATE SET mode = ?2',
        params: [workshopId, mode],
      })
    }
    if (entries !== undefined) {
      statements.push({ sql: 'DELETE FROM seating_entry WHERE workshop_id = ?', params: [workshopId] })
      for (const [position, { name, organisation, groupId }] of entries.entries()) {
        statements.push({
          sql: 'INSERT INTO seating_entry (workshop_id, position, name, organisation, group_id) VALUES (?, ?, ?, ?, ?)',
          params: [workshopId, position, name, organisation, groupId],
        })
      }
    }
    if (statements.length > 0) await this.#db.write(statements)
  }
}
