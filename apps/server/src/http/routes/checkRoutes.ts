import { AppError, Done, KeepCheckRequest } from '@tafelrunde/protocol'
import { keepCheckOfInvite, keepCheckOfSeat } from '../../checks/keepCheck.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireSeat } from '../requireSeat.ts'

/** What devices report about themselves and their network. */
export function checkRoutes(app: HttpApp, parts: HttpParts): void {
  app.post(
    '/api/v1/checks',
    {
      schema: {
        summary: 'Report a technical check to the workshop of a seat (bearer token) or of a link (`invite`)',
        body: KeepCheckRequest,
        response: { 201: Done },
      },
    },
    async (request, reply) => {
      const { invite } = request.body
      if (request.headers.authorization !== undefined) {
        await keepCheckOfSeat(parts, await requireSeat(parts.liveSeats, request), request.body)
      } else if (invite === undefined) {
        throw new AppError('token.missing', 'a check is reported with a seat or an invite')
      } else {
        await keepCheckOfInvite(parts, invite, request.body)
      }
      return reply.status(201).send({ done: true as const })
    },
  )
}
