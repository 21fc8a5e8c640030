import type { StepId, WorkshopId } from '@tafelrunde/schema/plain'
import type { Database } from '../seams.ts'
import { STEP_NOTES_PER_WORKSHOP, type StepNoteStore, type StoredStepNote } from './StepNoteStore.ts'

/** Notes for steps in the embedded database; see StepNoteStore for the rules. */
export class SqliteStepNoteStore implements StepNoteStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async keep({ workshopId, stepId, text, at }: StoredStepNote): Promise<void> {
    if (text === '') {
      const sql = 'DELETE FROM step_note WHERE workshop_id = ? AND step_id = ?'
      return void (await this.#db.write([{ sql, params: [workshopId, stepId] }]))
    }
    await this.#db.write([
      {
        sql: `INSERT INTO step_note (workshop_id, step_id, body, at) VALUES (?, ?, ?, ?)
              ON CONFLICT (workshop_id, step_id) DO UPDATE SET body = excluded.body, at = excluded.at`,
        params: [workshopId, stepId, text, at],
      },
      {
        sql: `DELETE FROM step_note WHERE workshop_id = ?1 AND step_id IN (
                SELECT step_id FROM step_note WHERE workshop_id = ?1
                ORDER BY at DESC, step_id LIMIT -1 OFFSET ?2)`,
        params: [workshopId, STEP_NOTES_PER_WORKSHOP],
      },
    ])
  }

  async list(workshopId: WorkshopId): Promise<readonly StoredStepNote[]> {
    const rows = await this.#db.all('SELECT * FROM step_note WHERE workshop_id = ? ORDER BY step_id', workshopId)
    return rows.map((row) => ({
      workshopId,
      stepId: row['step_id'] as StepId,
      text: String(row['body']),
      at: Number(row['at']),
    }))
  }
}
