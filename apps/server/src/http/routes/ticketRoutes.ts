import { TicketRequest, TicketResponse } from '@tafelrunde/protocol'
import { makeTicket } from '../../tickets/makeTicket.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { bearerTokenOf, requireSeat } from '../requireSeat.ts'

/** Tickets for clients of the sync protocols that must not have the seat's token. */
export function ticketRoutes(app: HttpApp, parts: HttpParts): void {
  app.post(
    '/api/v1/sync-tickets',
    {
      schema: {
        summary: 'A ticket that opens one document with the rights of this seat; shown once',
        body: TicketRequest,
        response: { 201: TicketResponse },
      },
    },
    async (request, reply) => {
      const seat = await requireSeat(parts.liveSeats, request)
      const bearer = { seat, token: bearerTokenOf(request) }
      return reply.status(201).send(await makeTicket(parts, bearer, request.body.document))
    },
  )
}
