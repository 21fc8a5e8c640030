import type { DocumentName } from '@tafelrunde/protocol'
import type { SeatId } from '@tafelrunde/schema/plain'
import type { TokenHash } from '../links/tokens.ts'
import type { Database } from '../seams.ts'
import type { NewTicket, Ticket, TicketLimits, TicketStore } from './TicketStore.ts'

/** Sync tickets in the embedded database; see TicketStore for the rules. */
export class SqliteTicketStore implements TicketStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async add(ticket: NewTicket, limits: TicketLimits): Promise<boolean> {
    const [, added] = await this.#db.write([
      {
        sql: 'DELETE FROM sync_ticket WHERE created_at < ?1 OR (created_at < ?2 AND connected_at IS NULL)',
        params: [limits.madeBefore, limits.unusedBefore],
      },
      {
        sql: `INSERT INTO sync_ticket (ticket_hash, seat_id, seat_token_hash, document, created_at)
              SELECT ?1, ?2, ?3, ?4, ?5
              WHERE (SELECT count(*) FROM sync_ticket WHERE seat_id = ?2 AND created_at > ?6) < ?7`,
        params: [
          ticket.hash,
          ticket.seatId,
          ticket.seatTokenHash,
          ticket.document,
          ticket.createdAt,
          limits.countedSince,
          limits.perSeat,
        ],
      },
      {
        sql: `DELETE FROM sync_ticket WHERE ticket_hash IN (
                SELECT ticket_hash FROM sync_ticket WHERE seat_id = ?1
                ORDER BY created_at DESC, ticket_hash LIMIT -1 OFFSET ?2)`,
        params: [ticket.seatId, limits.keptPerSeat],
      },
    ])
    return added?.changes === 1
  }

  async byHash(hash: TokenHash): Promise<Ticket | null> {
    const row = await this.#db.get(
      `SELECT sync_ticket.*, seat.token_hash AS current_token_hash, link.revoked_at AS link_revoked_at
       FROM sync_ticket JOIN seat ON seat.id = sync_ticket.seat_id JOIN link ON link.id = seat.link_id
       WHERE ticket_hash = ?`,
      hash,
    )
    if (!row) return null
    const createdAt = Number(row['created_at'])
    const linkRevokedAt = row['link_revoked_at']
    return {
      seatId: row['seat_id'] as SeatId,
      document: row['document'] as DocumentName,
      createdAt,
      connectedAt: row['connected_at'] === null ? null : Number(row['connected_at']),
      isSeatTokenCurrent: row['seat_token_hash'] === row['current_token_hash'],
      isLinkRevoked: linkRevokedAt !== null && Number(linkRevokedAt) >= createdAt,
    }
  }

  async connected(hash: TokenHash, at: number): Promise<void> {
    await this.#db.write([
      {
        sql: 'UPDATE sync_ticket SET connected_at = ? WHERE ticket_hash = ? AND connected_at IS NULL',
        params: [at, hash],
      },
    ])
  }
}
