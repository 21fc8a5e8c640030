import { Id, SignalRequest, SignalResponse } from '@tafelrunde/protocol'
import type { GroupId } from '@tafelrunde/schema/plain'
import { z } from 'zod'
import { signalGroup } from '../../signals/signalGroup.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireMember } from '../requireSeat.ts'

const GroupParams = z.strictObject({ id: Id, groupId: Id })

/** What a group tells the moderators: ready, or in need of help. */
export function signalRoutes(app: HttpApp, parts: HttpParts): void {
  app.post(
    '/api/v1/workshops/:id/groups/:groupId/signals',
    {
      schema: {
        summary: 'Tell the moderators that the own group is ready or needs help, or take it back (members)',
        params: GroupParams,
        body: SignalRequest,
        response: { 200: SignalResponse },
      },
    },
    async (request) => {
      const seat = await requireMember(parts.liveSeats, request)
      return signalGroup(parts, seat, { ...request.body, groupId: request.params.groupId as GroupId })
    },
  )
}
