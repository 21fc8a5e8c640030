import type { Role } from '@tafelrunde/protocol'
import type { RecommendationStatus, WorkshopId } from '@tafelrunde/schema/plain'
import type { Database, Row, Statement } from '../seams.ts'
import type { Submission, SubmissionAct, SubmissionStep, SubmissionStore } from './SubmissionStore.ts'

/** Submissions in the embedded database; see SubmissionStore for the rules. */
export class SqliteSubmissionStore implements SubmissionStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async submit(workshopId: WorkshopId, keys: readonly string[], act: SubmissionAct): Promise<readonly string[]> {
    const wanted = [...new Set(keys)]
    // Numbers are counted inside the one transaction that writes them: two that submit at once wait for each other.
    const results = await this.#db.write([
      numberWorkshops(workshopId),
      ...wanted.flatMap((key) => [rememberSubmission(workshopId, key, act), writeSubmission(workshopId, key)]),
    ])
    return wanted.filter((_, index) => results[1 + 2 * index]?.changes === 1)
  }

  async withdraw(workshopId: WorkshopId, code: string, { at, note, role }: SubmissionAct): Promise<boolean> {
    const which = `FROM submission WHERE workshop_id = ? AND code = ? AND status = 'submitted'`
    const [remembered] = await this.#db.write([
      {
        sql: `INSERT INTO submission_event (workshop_id, recommendation_key, at, from_status, to_status, note, role)
              SELECT workshop_id, recommendation_key, ?, status, 'draft', ?, ? ${which}`,
        params: [at, note, role, workshopId, code],
      },
      {
        sql: `UPDATE submission SET status = 'draft' WHERE workshop_id = ? AND code = ? AND status = 'submitted'`,
        params: [workshopId, code],
      },
    ])
    return remembered?.changes === 1
  }

  async list(workshopId: WorkshopId): Promise<readonly Submission[]> {
    const [rows = [], events = []] = await this.#db.allOf([
      { sql: 'SELECT * FROM submission WHERE workshop_id = ? ORDER BY number', params: [workshopId] },
      { sql: 'SELECT * FROM submission_event WHERE workshop_id = ? ORDER BY seq', params: [workshopId] },
    ])
    const histories = Map.groupBy(events, (event) => String(event['recommendation_key']))
    return rows.map((row) => ({
      key: String(row['recommendation_key']),
      code: String(row['code']),
      status: row['status'] as RecommendationStatus,
      history: (histories.get(String(row['recommendation_key'])) ?? []).map(stepOf),
    }))
  }
}

/** Every workshop of the series that has no number yet gets one, in the order of creation. */
function numberWorkshops(workshopId: WorkshopId): Statement {
  return {
    sql: `INSERT INTO workshop_number (workshop_id, series_id, number)
          SELECT w.id, w.series_id,
                 (SELECT coalesce(max(number), 0) FROM workshop_number WHERE series_id = w.series_id)
                   + row_number() OVER (ORDER BY w.created_at, w.id)
            FROM workshop AS w
           WHERE w.series_id = (SELECT series_id FROM workshop WHERE id = ?)
             AND w.id NOT IN (SELECT workshop_id FROM workshop_number)`,
    params: [workshopId],
  }
}

/** One row, unless the recommendation is submitted already. */
function rememberSubmission(workshopId: WorkshopId, key: string, { at, note, role }: SubmissionAct): Statement {
  return {
    sql: `INSERT INTO submission_event (workshop_id, recommendation_key, at, from_status, to_status, note, role)
          SELECT ?, ?, ?, 'draft', 'submitted', ?, ?
           WHERE NOT EXISTS (SELECT 1 FROM submission
                              WHERE workshop_id = ? AND recommendation_key = ? AND status <> 'draft')`,
    params: [workshopId, key, at, note, role, workshopId, key],
  }
}

/** The next number, or the one that the recommendation has had before. */
function writeSubmission(workshopId: WorkshopId, key: string): Statement {
  return {
    sql: `INSERT INTO submission (workshop_id, recommendation_key, number, code, status)
          SELECT n.workshop_id, ?, next.number, printf('HE-%d-%02d', n.number, next.number), 'submitted'
            FROM workshop_number AS n,
                 (SELECT coalesce(max(number), 0) + 1 AS number FROM submission WHERE workshop_id = ?) AS next
           WHERE n.workshop_id = ?
          ON CONFLICT (workshop_id, recommendation_key) DO UPDATE SET status = 'submitted' WHERE status = 'draft'`,
    params: [key, workshopId, workshopId],
  }
}

function stepOf(row: Row): SubmissionStep {
  return {
    at: Number(row['at']),
    from: row['from_status'] as RecommendationStatus,
    to: row['to_status'] as RecommendationStatus,
    note: String(row['note']),
    role: row['role'] as Role,
  }
}
