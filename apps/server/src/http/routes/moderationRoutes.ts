import { EntryAuthorsResponse, Id, UndoSeatRequest, UndoSeatResponse } from '@tafelrunde/protocol'
import type { GroupId, SeatId } from '@tafelrunde/schema/plain'
import { z } from 'zod'
import { readEntryAuthors } from '../../authorship/readEntryAuthors.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireModerator } from '../requireSeat.ts'

const EntryParams = z.strictObject({ id: Id, groupId: Id, entryId: Id })
const SeatParams = z.strictObject({ id: Id, seatId: Id })
const UndoParams = z.strictObject({ id: Id, undoId: Id })

/** Who wrote what, and taking it back, for moderators. */
export function moderationRoutes(app: HttpApp, parts: HttpParts): void {
  app.get(
    '/api/v1/workshops/:id/boards/:groupId/entries/:entryId/authors',
    {
      schema: {
        summary: 'Who wrote an entry of a board (moderators)',
        params: EntryParams,
        response: { 200: EntryAuthorsResponse },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      const { groupId, entryId } = request.params
      return readEntryAuthors(parts, seat, { groupId: groupId as GroupId, entryId })
    },
  )

  app.post(
    '/api/v1/workshops/:id/seats/:seatId/undo',
    {
      schema: {
        summary: 'Take back what a seat wrote in the last minutes, on one board or on all (moderators)',
        params: SeatParams,
        body: UndoSeatRequest,
        response: { 200: UndoSeatResponse },
      },
    },
    async (request) => {
      const moderator = await requireModerator(parts.liveSeats, request)
      const { groupId, minutes } = request.body
      const seatId = request.params.seatId as SeatId
      return parts.seatUndos.undoSeat(moderator, { seatId, groupId: groupId as GroupId | undefined, minutes })
    },
  )

  app.post(
    '/api/v1/workshops/:id/undos/:undoId/revert',
    {
      schema: {
        summary: 'Take such an undo back, once (moderators)',
        params: UndoParams,
        response: { 200: UndoSeatResponse },
      },
    },
    async (request) => {
      const moderator = await requireModerator(parts.liveSeats, request)
      return parts.seatUndos.revert(moderator, request.params.undoId)
    },
  )
}
