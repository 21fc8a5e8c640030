import { CockpitState, Id } from '@tafelrunde/protocol'
import { z } from 'zod'
import { readCockpit } from '../../cockpit/readCockpit.ts'
import { streamCockpit } from '../../cockpit/streamCockpit.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireModerator } from '../requireSeat.ts'

const WorkshopParams = z.strictObject({ id: Id })

/** Everything that the cockpit shows, once and as a stream, for moderators. */
export function cockpitRoutes(app: HttpApp, parts: HttpParts): void {
  app.get(
    '/api/v1/workshops/:id/cockpit',
    {
      schema: {
        summary: 'Everything that the cockpit shows (moderators)',
        params: WorkshopParams,
        response: { 200: CockpitState },
      },
    },
    async (request) => readCockpit(parts, (await requireModerator(parts.liveSeats, request)).workshopId),
  )

  app.get(
    '/api/v1/workshops/:id/cockpit/events',
    {
      schema: {
        summary:
          'The cockpit as a stream of events (moderators): state, run, tile, seats, links, tray, snapshots, checks, notes, screen, acts, moderators, votes, hidden',
        params: WorkshopParams,
      },
    },
    async (request, reply) => {
      const seat = await requireModerator(parts.liveSeats, request)
      await parts.streams.answer(request, reply, {
        seatId: seat.id,
        start: (outlet) => streamCockpit(parts, seat, outlet),
      })
      return reply
    },
  )
}
