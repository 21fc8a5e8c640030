import type { Role } from '@tafelrunde/protocol'
import type { GroupId, SeatId, WorkshopId } from '@tafelrunde/schema/plain'
import type { LinkId } from '../links/LinkStore.ts'
import type { TokenHash } from '../links/tokens.ts'
import type { Database, Row } from '../seams.ts'
import type { SeatChange, SeatLimits, SeatMove, SeatRefusal, SeatSecrets, SeatStore, StoredSeat } from './SeatStore.ts'

/** Seats in the embedded database; see SeatStore for the rules. */
export class SqliteSeatStore implements SeatStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async add(
    seat: Omit<StoredSeat, 'revokedAt'>,
    secrets: SeatSecrets,
    limits: SeatLimits,
  ): Promise<SeatRefusal | null> {
    const [result] = await this.#db.write([
      {
        sql: `INSERT INTO seat (id, workshop_id, link_id, token_hash, recovery_hash, role, group_id, name, organisation, joined_at,
                                is_waiting, is_muted, people, companions)
              SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?14, ?15, ?16, ?17
              WHERE (SELECT count(*) FROM seat WHERE link_id = ?3 AND revoked_at IS NULL) < ?11
                AND (SELECT count(*) FROM seat WHERE workshop_id = ?2 AND revoked_at IS NULL) < ?12
                AND (?13 IS NULL OR (SELECT count(*) FROM seat WHERE group_id = ?7 AND workshop_id = ?2 AND revoked_at IS NULL) < ?13)`,
        params: [
          seat.id,
          seat.workshopId,
          seat.linkId,
          secrets.tokenHash,
          secrets.recoveryHash,
          seat.role,
          seat.groupId,
          seat.name,
          seat.organisation,
          seat.joinedAt,
          limits.perLink,
          limits.perWorkshop,
          limits.perGroup,
          Number(seat.isWaiting),
          Number(seat.isMuted),
          seat.people,
          seat.companions,
        ],
      },
    ])
    if (result?.changes === 1) return null
    const isGroupFull = limits.perGroup !== null && (await this.#seatsInGroup(seat.groupId)) >= limits.perGroup
    return isGroupFull ? 'group.full' : 'link.full'
  }

  async byToken(tokenHash: TokenHash): Promise<StoredSeat | null> {
    const row = await this.#db.get('SELECT * FROM seat WHERE token_hash = ?', tokenHash)
    return row ? seatOf(row) : null
  }

  async byRecovery(workshopId: WorkshopId, recoveryHash: TokenHash): Promise<StoredSeat | null> {
    const row = await this.#db.get(
      'SELECT * FROM seat WHERE recovery_hash = ? AND workshop_id = ?',
      recoveryHash,
      workshopId,
    )
    return row ? seatOf(row) : null
  }

  async byId(id: SeatId): Promise<StoredSeat | null> {
    const row = await this.#db.get('SELECT * FROM seat WHERE id = ?', id)
    return row ? seatOf(row) : null
  }

  async list(workshopId: WorkshopId): Promise<readonly StoredSeat[]> {
    const rows = await this.#db.all(
      'SELECT * FROM seat WHERE workshop_id = ? AND revoked_at IS NULL ORDER BY joined_at, id',
      workshopId,
    )
    return rows.map(seatOf)
  }

  async change(id: SeatId, change: SeatChange, maxInGroup: number | null): Promise<SeatRefusal | null> {
    const [result] = await this.#db.write([
      {
        sql: `UPDATE seat SET
                name = coalesce(?2, name),
                organisation = coalesce(?3, organisation),
                role = coalesce(?4, role),
                is_muted = coalesce(?8, is_muted),
                people = coalesce(?9, people),
                companions = coalesce(?10, companions),
                group_id = CASE WHEN ?5 = 1 THEN ?6 ELSE group_id END
              WHERE id = ?1
                AND (?5 = 0 OR ?7 IS NULL OR group_id IS ?6
                     OR (SELECT count(*) FROM seat WHERE group_id = ?6 AND revoked_at IS NULL) < ?7)`,
        params: [
          id,
          change.name ?? null,
          change.organisation ?? null,
          change.role ?? null,
          change.groupId === undefined ? 0 : 1,
          change.groupId ?? null,
          maxInGroup,
          change.isMuted === undefined ? null : Number(change.isMuted),
          change.people ?? null,
          change.companions ?? null,
        ],
      },
    ])
    return result?.changes === 1 ? null : 'group.full'
  }

  async assign(workshopId: WorkshopId, moves: readonly SeatMove[]): Promise<void> {
    await this.#db.write(
      moves.map(({ seatId, groupId }) => ({
        sql: `UPDATE seat SET group_id = ?1 WHERE id = ?2 AND workshop_id = ?3 AND revoked_at IS NULL
                AND role IN ('participant', 'scribe')`,
        params: [groupId, seatId, workshopId],
      })),
    )
  }

  async admit(workshopId: WorkshopId, ids: readonly SeatId[]): Promise<readonly SeatId[]> {
    const results = await this.#db.write(
      ids.map((id) => ({
        sql: 'UPDATE seat SET is_waiting = 0 WHERE id = ? AND workshop_id = ? AND is_waiting = 1 AND revoked_at IS NULL',
        params: [id, workshopId],
      })),
    )
    return ids.filter((_id, at) => results[at]?.changes === 1)
  }

  async replaceSecrets(id: SeatId, oldRecoveryHash: TokenHash, secrets: SeatSecrets): Promise<boolean> {
    const [result] = await this.#db.write([
      {
        sql: 'UPDATE seat SET token_hash = ?, recovery_hash = ? WHERE id = ? AND recovery_hash = ? AND revoked_at IS NULL',
        params: [secrets.tokenHash, secrets.recoveryHash, id, oldRecoveryHash],
      },
    ])
    return result?.changes === 1
  }

  async replaceRecovery(id: SeatId, recoveryHash: TokenHash): Promise<void> {
    await this.#db.write([{ sql: 'UPDATE seat SET recovery_hash = ? WHERE id = ?', params: [recoveryHash, id] }])
  }

  async revoke(id: SeatId, at: number): Promise<void> {
    await this.#db.write([
      { sql: 'UPDATE seat SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', params: [at, id] },
    ])
  }

  async #seatsInGroup(groupId: GroupId | null): Promise<number> {
    const row = await this.#db.get(
      'SELECT count(*) AS seats FROM seat WHERE group_id = ? AND revoked_at IS NULL',
      groupId,
    )
    return Number(row?.['seats'] ?? 0)
  }
}

function seatOf(row: Row): StoredSeat {
  return {
    id: row['id'] as SeatId,
    workshopId: row['workshop_id'] as WorkshopId,
    linkId: row['link_id'] as LinkId,
    role: row['role'] as Role,
    groupId: row['group_id'] as GroupId | null,
    name: String(row['name']),
    organisation: String(row['organisation']),
    isWaiting: row['is_waiting'] === 1,
    isMuted: row['is_muted'] === 1,
    people: Number(row['people']),
    companions: String(row['companions']),
    joinedAt: Number(row['joined_at']),
    revokedAt: row['revoked_at'] === null ? null : Number(row['revoked_at']),
  }
}
