import { EditTrayRequest, Id, PutTrayRequest, TrayEntry, TrayResponse, isModerating } from '@tafelrunde/protocol'
import { z } from 'zod'
import { decideTray, listTray, putIntoTray } from '../../tray/manageTray.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireMember } from '../requireSeat.ts'

const WorkshopParams = z.strictObject({ id: Id })
const EntryParams = z.strictObject({ id: Id, entryId: Id })

/** Texts that a board has not taken: own ones for everybody, all for moderators. */
export function trayRoutes(app: HttpApp, parts: HttpParts): void {
  app.get(
    '/api/v1/workshops/:id/tray',
    {
      schema: {
        summary: 'Texts that boards have not taken: own ones, all for moderators',
        params: WorkshopParams,
        response: { 200: TrayResponse },
      },
    },
    async (request) => {
      const seat = await requireMember(parts.liveSeats, request)
      const own = isModerating(seat.role) ? undefined : seat.id
      return { entries: [...(await listTray(parts, seat.workshopId, own))] }
    },
  )

  app.post(
    '/api/v1/workshops/:id/tray',
    {
      schema: {
        summary: 'Keep a text that a board has not taken; idempotent by id',
        params: WorkshopParams,
        body: PutTrayRequest,
        response: { 201: TrayEntry },
      },
    },
    async (request, reply) => {
      const seat = await requireMember(parts.liveSeats, request)
      return reply.status(201).send(await putIntoTray(parts, seat, request.body))
    },
  )

  app.patch(
    '/api/v1/workshops/:id/tray/:entryId',
    {
      schema: {
        summary: 'Say what became of an entry, or put it on its board',
        params: EntryParams,
        body: EditTrayRequest,
        response: { 200: TrayEntry },
      },
    },
    async (request) => {
      const seat = await requireMember(parts.liveSeats, request)
      return decideTray(parts, seat, { id: request.params.entryId, ...request.body })
    },
  )
}
