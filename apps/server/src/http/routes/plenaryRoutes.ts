import { AppError, Done, Id, PlenaryCommand, PlenaryState } from '@tafelrunde/protocol'
import { z } from 'zod'
import { decidePlenary } from '../../plenary/decidePlenary.ts'
import { mayReadPlenary } from '../../plenary/mayReadPlenary.ts'
import { streamPlenary } from '../../plenary/streamPlenary.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireMember, requireModerator } from '../requireSeat.ts'
import { runResponseOf } from './workshopRoutes.ts'

const WorkshopParams = z.strictObject({ id: Id })

/** All groups merged: once, as a stream, and the decisions about it. */
export function plenaryRoutes(app: HttpApp, parts: HttpParts): void {
  app.get(
    '/api/v1/workshops/:id/plenary',
    {
      schema: {
        summary: 'All groups merged, if the current step opens it for the seat',
        params: WorkshopParams,
        response: { 200: PlenaryState },
      },
    },
    async (request) => {
      const seat = await requireMember(parts.liveSeats, request)
      const run = await parts.runStates.load(seat.workshopId)
      if (!mayReadPlenary(run, seat)) throw new AppError('plenary.closed', 'the current step does not open the plenary')
      return { view: { ...(await parts.plenary.view(seat.workshopId)) }, ...runResponseOf(parts, run) }
    },
  )

  app.get(
    '/api/v1/workshops/:id/plenary/events',
    {
      schema: { summary: 'All groups merged as a stream of events: state, patch, run, closed', params: WorkshopParams },
    },
    async (request, reply) => {
      const seat = await requireMember(parts.liveSeats, request)
      await parts.streams.answer(request, reply, {
        seatId: seat.id,
        start: (outlet) => streamPlenary(parts, seat, outlet),
      })
      return reply
    },
  )

  app.post(
    '/api/v1/workshops/:id/plenary',
    {
      schema: {
        summary: 'Fold, unfold, reword or move an entry of the plenary (moderators)',
        params: WorkshopParams,
        body: PlenaryCommand,
        response: { 200: Done },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      await decidePlenary(parts, seat, request.body)
      return { done: true as const }
    },
  )
}
