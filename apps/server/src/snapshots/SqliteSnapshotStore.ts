import type { DocumentName } from '@tafelrunde/protocol'
import type { SnapshotId, WorkshopId } from '@tafelrunde/schema/plain'
import type { Database } from '../seams.ts'
import type { DocumentState, Snapshot, SnapshotStore } from './SnapshotStore.ts'

/** Snapshots in the embedded database; see SnapshotStore for the rules. */
export class SqliteSnapshotStore implements SnapshotStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async keep(snapshot: Omit<Snapshot, 'documents'>, states: readonly DocumentState[]): Promise<boolean> {
    if (await this.#isKept(snapshot.id)) return false
    try {
      await this.#insert(snapshot, states)
      return true
    } catch (cause) {
      // Somebody was faster, or the disk has taken what it said it had not.
      if (await this.#isKept(snapshot.id)) return false
      throw cause
    }
  }

  async list(workshopId: WorkshopId): Promise<readonly Snapshot[]> {
    const rows = await this.#db.all(
      `SELECT id, name, at, (SELECT count(*) FROM snapshot_document WHERE snapshot_id = snapshot.id) AS documents
       FROM snapshot WHERE workshop_id = ? ORDER BY at, id`,
      workshopId,
    )
    return rows.map((row) => ({
      id: row['id'] as SnapshotId,
      workshopId,
      name: String(row['name']),
      at: Number(row['at']),
      documents: Number(row['documents']),
    }))
  }

  async states(id: SnapshotId): Promise<readonly DocumentState[]> {
    const rows = await this.#db.all(
      'SELECT document, state FROM snapshot_document WHERE snapshot_id = ? ORDER BY document',
      id,
    )
    return rows.map((row) => ({ document: row['document'] as DocumentName, state: row['state'] as Uint8Array }))
  }

  async #isKept(id: SnapshotId): Promise<boolean> {
    return (await this.#db.get('SELECT 1 FROM snapshot WHERE id = ?', id)) !== undefined
  }

  async #insert(snapshot: Omit<Snapshot, 'documents'>, states: readonly DocumentState[]): Promise<void> {
    await this.#db.write([
      {
        sql: 'INSERT INTO snapshot (id, workshop_id, name, at) VALUES (?, ?, ?, ?)',
        params: [snapshot.id, snapshot.workshopId, snapshot.name, snapshot.at],
      },
      ...states.map(({ document, state }) => ({
        sql: 'INSERT INTO snapshot_document (snapshot_id, document, state) VALUES (?, ?, ?)',
        params: [snapshot.id, document, state],
      })),
    ])
  }
}
