import {
  AdmitSeatsRequest,
  AssignSeatsRequest,
  Done,
  EditSeatingRequest,
  EditSeatRequest,
  Id,
  InviteRequest,
  InviteResponse,
  JoinRequest,
  JoinResponse,
  NewRecoveryCodeResponse,
  OwnSeatResponse,
  RecoverRequest,
  SeatingResponse,
  SeatRecord,
  SeatsResponse,
} from '@tafelrunde/protocol'
import type { SeatId } from '@tafelrunde/schema/plain'
import { z } from 'zod'
import { admitSeats } from '../../seats/admitSeats.ts'
import { assignSeats } from '../../seats/assignSeats.ts'
import { changeOwnSeat, changeSeatOf, listSeats, revokeSeat } from '../../seats/changeSeat.ts'
import { editSeating, readSeating } from '../../seats/editSeating.ts'
import { describeInvite, joinByInvite } from '../../seats/joinByInvite.ts'
import { readOwnSeat, streamOwnSeat } from '../../seats/readOwnSeat.ts'
import { recoverSeat, renewRecoveryCode } from '../../seats/recoverSeat.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireModerator, requireSeat, requireWaitingSeat } from '../requireSeat.ts'

const WorkshopParams = z.strictObject({ id: Id })
const SeatParams = z.strictObject({ id: Id, seatId: Id })

/** Take a seat, bring it back, change it; the seats of a workshop, for moderators. */
export function seatRoutes(app: HttpApp, parts: HttpParts): void {
  app.post(
    '/api/v1/invites',
    { schema: { summary: 'What a link leads to', body: InviteRequest, response: { 200: InviteResponse } } },
    async ({ body }) => describeInvite(parts, body.invite),
  )

  app.post(
    '/api/v1/seats',
    {
      schema: {
        summary: 'Take a seat; token and recovery code are shown once',
        body: JoinRequest,
        response: { 201: JoinResponse },
      },
    },
    async ({ body }, reply) => reply.status(201).send(await joinByInvite(parts, body)),
  )

  app.post(
    '/api/v1/seats/recover',
    {
      schema: {
        summary: 'Bring a seat back with its recovery code; old token and code die',
        body: RecoverRequest,
        response: { 201: JoinResponse },
      },
    },
    async ({ body }, reply) => reply.status(201).send(await recoverSeat(parts, body)),
  )

  app.post(
    '/api/v1/seats/recovery-code',
    { schema: { summary: 'A new recovery code for the own seat', response: { 201: NewRecoveryCodeResponse } } },
    async (request, reply) => {
      const seat = await requireSeat(parts.liveSeats, request)
      return reply.status(201).send({ recoveryCode: await renewRecoveryCode(parts, seat) })
    },
  )

  app.get(
    '/api/v1/seats/me',
    { schema: { summary: 'The own seat, also while it waits in the lobby', response: { 200: OwnSeatResponse } } },
    async (request) => readOwnSeat(parts, await requireWaitingSeat(parts.liveSeats, request)),
  )

  app.get(
    '/api/v1/seats/me/events',
    { schema: { summary: 'The own seat as a stream of events: state, whenever it changes' } },
    async (request, reply) => {
      const seat = await requireWaitingSeat(parts.liveSeats, request)
      await parts.streams.answer(request, reply, {
        seatId: seat.id,
        start: (outlet) => streamOwnSeat(parts, seat, outlet),
      })
      return reply
    },
  )

  app.patch(
    '/api/v1/seats/me',
    {
      schema: {
        summary: 'Change the own name, organisation or group',
        body: EditSeatRequest,
        response: { 200: SeatRecord },
      },
    },
    async (request) => changeOwnSeat(parts, await requireSeat(parts.liveSeats, request), request.body),
  )

  app.get(
    '/api/v1/workshops/:id/seats',
    { schema: { summary: 'All seats (moderators)', params: WorkshopParams, response: { 200: SeatsResponse } } },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      return { seats: [...(await listSeats(parts, seat.workshopId))] }
    },
  )

  app.patch(
    '/api/v1/workshops/:id/seats/:seatId',
    {
      schema: {
        summary: 'Change or move a seat (moderators)',
        params: SeatParams,
        body: EditSeatRequest,
        response: { 200: SeatRecord },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      const seatId = request.params.seatId as SeatId
      return changeSeatOf(parts, seat, { seatId, request: request.body })
    },
  )

  app.delete(
    '/api/v1/workshops/:id/seats/:seatId',
    { schema: { summary: 'Revoke a seat (moderators)', params: SeatParams, response: { 200: Done } } },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      await revokeSeat(parts, seat, request.params.seatId as SeatId)
      return { done: true as const }
    },
  )

  app.post(
    '/api/v1/workshops/:id/seats/assign',
    {
      schema: {
        summary: 'Move many seats at once (moderators)',
        params: WorkshopParams,
        body: AssignSeatsRequest,
        response: { 200: Done },
      },
    },
    async (request) => {
      await assignSeats(parts, await requireModerator(parts.liveSeats, request), request.body)
      return { done: true as const }
    },
  )

  app.post(
    '/api/v1/workshops/:id/seats/admit',
    {
      schema: {
        summary: 'Let seats in that wait in the lobby; without ids all of them (moderators)',
        params: WorkshopParams,
        body: AdmitSeatsRequest,
        response: { 200: Done },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      await admitSeats(parts, seat, (request.body.seatIds as SeatId[] | undefined) ?? null)
      return { done: true as const }
    },
  )

  app.get(
    '/api/v1/workshops/:id/assignments',
    {
      schema: {
        summary: 'How people get their groups, with the assignment list (moderators)',
        params: WorkshopParams,
        response: { 200: SeatingResponse },
      },
    },
    async (request) => readSeating(parts, (await requireModerator(parts.liveSeats, request)).workshopId),
  )

  app.put(
    '/api/v1/workshops/:id/assignments',
    {
      schema: {
        summary: 'Choose how people get their groups, and replace the assignment list (moderators)',
        params: WorkshopParams,
        body: EditSeatingRequest,
        response: { 200: SeatingResponse },
      },
    },
    async (request) => editSeating(parts, await requireModerator(parts.liveSeats, request), request.body),
  )
}
