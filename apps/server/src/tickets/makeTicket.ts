import { AppError, type DocumentName, type TicketResponse } from '@tafelrunde/protocol'
import { hashToken, newTicket } from '../links/tokens.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { TICKET_LIFE_MS, TICKET_WAIT_MS } from './LiveTickets.ts'

/** A page asks for one per document and load; a script that asks for more is slowed down. */
const PER_MINUTE = 60

/** Tickets that a seat can have; one page with its documents needs four. */
const KEPT_PER_SEAT = 200

type Parts = Pick<ServerParts, 'tickets' | 'assertMayRead' | 'log' | 'now'>

/**
 * A ticket with which a client that must not have the seat's token opens one document.
 *
 * @throws AppError `document.unknown` | `document.notOpen` | `group.unknown` | `request.tooMany`
 */
export async function makeTicket(
  parts: Parts,
  bearer: { readonly seat: Seat; readonly token: string },
  name: string,
): Promise<TicketResponse> {
  const { seat, token } = bearer
  await parts.assertMayRead(seat, name)
  const ticket = newTicket()
  const now = parts.now()
  const isAdded = await parts.tickets.add(
    {
      hash: hashToken(ticket),
      seatId: seat.id,
      seatTokenHash: hashToken(token),
      document: name as DocumentName,
      createdAt: now,
    },
    {
      perSeat: PER_MINUTE,
      countedSince: now - 60_000,
      keptPerSeat: KEPT_PER_SEAT,
      unusedBefore: now - TICKET_WAIT_MS,
      madeBefore: now - TICKET_LIFE_MS,
    },
  )
  if (!isAdded) throw new AppError('request.tooMany', 'the seat has made too many tickets')
  parts.log.info('ticket.made', { workshopId: seat.workshopId, seatId: seat.id, document: name })
  return { ticket, expiresAt: now + TICKET_WAIT_MS }
}
