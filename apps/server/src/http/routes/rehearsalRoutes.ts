import { Id, PlanCheckResponse, RehearsalResponse } from '@tafelrunde/protocol'
import { z } from 'zod'
import { readPlanCheck } from '../../rehearsal/readPlanCheck.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireModerator } from '../requireSeat.ts'

const WorkshopParams = z.strictObject({ id: Id })

/** What moderators try out before the day. */
export function rehearsalRoutes(app: HttpApp, parts: HttpParts): void {
  app.get(
    '/api/v1/workshops/:id/plan-check',
    {
      schema: {
        summary: 'What would go wrong with the plan as it is now (moderators)',
        params: WorkshopParams,
        response: { 200: PlanCheckResponse },
      },
    },
    async (request) => readPlanCheck(parts, (await requireModerator(parts.liveSeats, request)).workshopId),
  )

  const schema = { params: WorkshopParams }
  app.get(
    '/api/v1/workshops/:id/rehearsal',
    {
      schema: {
        ...schema,
        summary: 'The rehearsal that runs, else the last one: how far it is, what it met (moderators)',
        response: { 200: RehearsalResponse },
      },
    },
    async (request) => {
      const { workshopId } = await requireModerator(parts.liveSeats, request)
      return { rehearsal: parts.rehearsals.read(workshopId) }
    },
  )

  app.post(
    '/api/v1/workshops/:id/rehearsal',
    {
      schema: {
        ...schema,
        summary: 'Rehearse the workshop with simulated people, on a copy that is deleted afterwards (moderators)',
        response: { 202: RehearsalResponse },
      },
    },
    async (request, reply) => {
      const seat = await requireModerator(parts.liveSeats, request)
      return reply.status(202).send({ rehearsal: await parts.rehearsals.start(seat) })
    },
  )

  app.delete(
    '/api/v1/workshops/:id/rehearsal',
    {
      schema: {
        ...schema,
        summary: 'Stop the rehearsal; what it has met so far is told (moderators)',
        response: { 202: RehearsalResponse },
      },
    },
    async (request, reply) => {
      const seat = await requireModerator(parts.liveSeats, request)
      return reply.status(202).send({ rehearsal: await parts.rehearsals.stop(seat) })
    },
  )
}
