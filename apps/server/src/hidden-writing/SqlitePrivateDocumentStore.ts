import type { SeatId, WorkshopId } from '@tafelrunde/schema/plain'
import type { Database } from '../seams.ts'
import type { PrivateDocumentStore } from './PrivateDocumentStore.ts'

const WITH_DOCUMENT = `FROM seat JOIN journal_document ON journal_document.document = 'private/' || seat.id`

/** Private documents as the journal knows them; see PrivateDocumentStore for the rules. */
export class SqlitePrivateDocumentStore implements PrivateDocumentStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async seatsOf(workshopId: WorkshopId): Promise<readonly SeatId[]> {
    const rows = await this.#db.all(`SELECT seat.id ${WITH_DOCUMENT} WHERE seat.workshop_id = ?`, workshopId)
    return rows.map((row) => row['id'] as SeatId)
  }

  async workshops(): Promise<readonly WorkshopId[]> {
    const rows = await this.#db.all(`SELECT DISTINCT seat.workshop_id AS id ${WITH_DOCUMENT}`)
    return rows.map((row) => row['id'] as WorkshopId)
  }
}
