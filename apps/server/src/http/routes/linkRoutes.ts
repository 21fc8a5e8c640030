import { CreateLinkRequest, Done, Id, LinkRecord, LinksResponse } from '@tafelrunde/protocol'
import { z } from 'zod'
import { createLink, listLinks, revokeLink } from '../../links/manageLinks.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireModerator } from '../requireSeat.ts'

const WorkshopParams = z.strictObject({ id: Id })
const LinkParams = z.strictObject({ id: Id, linkId: Id })

/** Links of a workshop, for moderators. */
export function linkRoutes(app: HttpApp, parts: HttpParts): void {
  app.get(
    '/api/v1/workshops/:id/links',
    {
      schema: {
        summary: 'All links, without their tokens (moderators)',
        params: WorkshopParams,
        response: { 200: LinksResponse },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      return { links: [...(await listLinks(parts, seat.workshopId))] }
    },
  )

  app.post(
    '/api/v1/workshops/:id/links',
    {
      schema: {
        summary: 'Make a link, or issue one anew (moderators)',
        params: WorkshopParams,
        body: CreateLinkRequest,
        response: { 201: LinkRecord },
      },
    },
    async (request, reply) => {
      const seat = await requireModerator(parts.liveSeats, request)
      return reply.status(201).send(await createLink(parts, seat, request.body))
    },
  )

  app.delete(
    '/api/v1/workshops/:id/links/:linkId',
    { schema: { summary: 'Revoke a link; its seats stay (moderators)', params: LinkParams, response: { 200: Done } } },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      await revokeLink(parts, seat, request.params.linkId)
      return { done: true as const }
    },
  )
}
