import { AppError, Id, OffersResponse } from '@tafelrunde/protocol'
import type { GroupId } from '@tafelrunde/schema/plain'
import { z } from 'zod'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireModerator } from '../requireSeat.ts'

/** Near-duplicates that moderators may fold; nothing here changes anything. */
export function offerRoutes(app: HttpApp, parts: HttpParts): void {
  app.get(
    '/api/v1/workshops/:id/plenary/offers',
    {
      schema: {
        summary: 'Entries of all groups that seem to say the same, with reasons (moderators)',
        params: z.strictObject({ id: Id }),
        response: { 200: OffersResponse },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      return { offers: [...(await parts.offers.ofPlenary(seat.workshopId))] }
    },
  )

  app.get(
    '/api/v1/workshops/:id/groups/:groupId/offers',
    {
      schema: {
        summary: 'Notes of one board that seem to say the same, with reasons (moderators)',
        params: z.strictObject({ id: Id, groupId: Id }),
        response: { 200: OffersResponse },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      const groupId = request.params.groupId as GroupId
      const run = await parts.runStates.load(seat.workshopId)
      if (!run.groups.some(({ id }) => id === groupId)) throw new AppError('group.unknown', 'no such group')
      return { offers: [...(await parts.offers.ofBoard(seat.workshopId, groupId))] }
    },
  )
}
