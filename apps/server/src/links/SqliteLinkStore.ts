import type { GroupId, WorkshopId } from '@tafelrunde/schema/plain'
import type { Role } from '@tafelrunde/protocol'
import type { Database, Row, Statement } from '../seams.ts'
import type { CountedLink, Link, LinkId, LinkStore, NewLink } from './LinkStore.ts'
import type { TokenHash } from './tokens.ts'

/** Links in the embedded database; see LinkStore for the rules. */
export class SqliteLinkStore implements LinkStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async add(link: NewLink): Promise<void> {
    await this.#db.write([insertLink(link)])
  }

  async replace(link: NewLink, oldId: LinkId): Promise<void> {
    await this.#db.write([insertLink(link), revokeLink(oldId, link.createdAt)])
  }

  async byToken(tokenHash: TokenHash): Promise<Link | null> {
    const row = await this.#db.get('SELECT * FROM link WHERE token_hash = ?', tokenHash)
    return row ? linkOf(row) : null
  }

  async byId(id: LinkId): Promise<Link | null> {
    const row = await this.#db.get('SELECT * FROM link WHERE id = ?', id)
    return row ? linkOf(row) : null
  }

  async list(workshopId: WorkshopId): Promise<readonly CountedLink[]> {
    const rows = await this.#db.all(
      `SELECT link.*, (SELECT count(*) FROM seat WHERE seat.link_id = link.id AND seat.revoked_at IS NULL) AS seats
       FROM link WHERE workshop_id = ? ORDER BY created_at, id`,
      workshopId,
    )
    return rows.map((row) => ({ ...linkOf(row), seats: Number(row['seats']) }))
  }

  async revoke(id: LinkId, at: number): Promise<void> {
    await this.#db.write([revokeLink(id, at)])
  }
}

/** The statement that stores a link, for those who store more in the same transaction. */
export function insertLink(link: NewLink): Statement {
  return {
    sql: `INSERT INTO link (id, workshop_id, token_hash, role, group_id, created_at, expires_at)
          VALUES (?, ?, ?, ?, ?, ?, ?)`,
    params: [link.id, link.workshopId, link.tokenHash, link.role, link.groupId, link.createdAt, link.expiresAt],
  }
}

function revokeLink(id: LinkId, at: number): Statement {
  return { sql: 'UPDATE link SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', params: [at, id] }
}

function linkOf(row: Row): Link {
  return {
    id: row['id'] as LinkId,
    workshopId: row['workshop_id'] as WorkshopId,
    role: row['role'] as Role,
    groupId: row['group_id'] as GroupId | null,
    createdAt: Number(row['created_at']),
    expiresAt: row['expires_at'] === null ? null : Number(row['expires_at']),
    revokedAt: row['revoked_at'] === null ? null : Number(row['revoked_at']),
  }
}
