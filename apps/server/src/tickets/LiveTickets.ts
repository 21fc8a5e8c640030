import { AppError } from '@tafelrunde/protocol'
import { hashToken } from '../links/tokens.ts'
import type { Seat, TicketDirectory } from '../seams.ts'
import type { LiveSeats } from '../seats/LiveSeats.ts'
import type { TicketStore } from './TicketStore.ts'

/** Time to connect with a new ticket. */
export const TICKET_WAIT_MS = 10 * 60_000

/** Time in which a ticket that was connected opens its document again: a workshop day. */
export const TICKET_LIFE_MS = 24 * 3_600_000

/** Tickets to seats, read from the store each time: a revocation counts from the moment it is on disk. */
export class LiveTickets implements TicketDirectory {
  readonly #tickets: TicketStore
  readonly #seats: LiveSeats
  readonly #now: () => number

  constructor(parts: { tickets: TicketStore; liveSeats: LiveSeats; now: () => number }) {
    this.#tickets = parts.tickets
    this.#seats = parts.liveSeats
    this.#now = parts.now
  }

  async seatOfTicket(ticket: string, document: string): Promise<Seat> {
    const hash = hashToken(ticket)
    const stored = await this.#tickets.byHash(hash)
    if (!stored || !stored.isSeatTokenCurrent) throw new AppError('ticket.unknown', 'no ticket, or of an earlier token')
    if (stored.document !== document) throw new AppError('ticket.foreign', 'the ticket opens another document')
    const now = this.#now()
    const lastsMs = stored.connectedAt === null ? TICKET_WAIT_MS : TICKET_LIFE_MS
    if (now >= stored.createdAt + lastsMs) throw new AppError('ticket.expired', 'the ticket has run out')
    const seat = await this.#seats.seatOfId(stored.seatId)
    if (stored.isLinkRevoked) throw new AppError('link.revoked', 'the link of the seat was revoked')
    if (stored.connectedAt === null) await this.#tickets.connected(hash, now)
    return seat
  }
}
