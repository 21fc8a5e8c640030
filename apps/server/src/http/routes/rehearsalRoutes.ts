import { Id, PlanCheckResponse } from '@tafelrunde/protocol'
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
}
