import {
  Id,
  RevealOwnRequest,
  RevealOwnResponse,
  RevealRequest,
  RevealResponse,
  RunResponse,
} from '@tafelrunde/protocol'
import type { GroupId } from '@tafelrunde/schema/plain'
import { z } from 'zod'
import { closeWorkshop, reopenWorkshop } from '../../workshops/closeWorkshop.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireMember, requireModerator } from '../requireSeat.ts'
import { runResponseOf } from './workshopRoutes.ts'

const WorkshopParams = z.strictObject({ id: Id })

/** Hidden notes become visible, or are deleted with the workshop's end. They themselves are never an answer. */
export function hiddenWritingRoutes(app: HttpApp, parts: HttpParts): void {
  app.post(
    '/api/v1/workshops/:id/reveal',
    {
      schema: {
        summary: 'Show what was written hidden, of one board or of all (moderators)',
        params: WorkshopParams,
        body: RevealRequest,
        response: { 200: RevealResponse },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      const { groupId, hasAuthors } = request.body
      const wish = { groupId: (groupId as GroupId | undefined) ?? null, hasAuthors }
      const { notes, run } = await parts.revealing.reveal(seat, wish)
      return { notes, ...runResponseOf(parts, run) }
    },
  )

  app.post(
    '/api/v1/workshops/:id/hidden-notes/reveal-own',
    {
      schema: {
        summary: 'Show what this seat wrote hidden for a board, after the others were shown',
        params: WorkshopParams,
        body: RevealOwnRequest,
        response: { 200: RevealOwnResponse },
      },
    },
    async (request) => {
      const seat = await requireMember(parts.liveSeats, request)
      parts.revealThrottle.take(seat.id)
      return { notes: await parts.revealing.revealOwn(seat, request.body.groupId as GroupId) }
    },
  )

  app.post(
    '/api/v1/workshops/:id/close',
    {
      schema: {
        summary: 'End the workshop: freeze, close votes, keep a snapshot, delete what was never shown (moderators)',
        params: WorkshopParams,
        response: { 200: RunResponse },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      return runResponseOf(parts, await closeWorkshop(parts, seat))
    },
  )

  app.post(
    '/api/v1/workshops/:id/reopen',
    {
      schema: {
        summary: 'Open a closed workshop again, frozen as before; deleted hidden notes stay deleted (moderators)',
        params: WorkshopParams,
        response: { 200: RunResponse },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      return runResponseOf(parts, await reopenWorkshop(parts, seat))
    },
  )
}
