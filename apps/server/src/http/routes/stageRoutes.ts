import { Done, Id, PutStepNoteRequest, ShownPageRequest, StepNoteResponse } from '@tafelrunde/protocol'
import { z } from 'zod'
import { noteShownPage } from '../../screen/noteShownPage.ts'
import { keepStepNote, readStepNote } from '../../step-notes/keepStepNote.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireMember, requireModerator } from '../requireSeat.ts'

const WorkshopParams = z.strictObject({ id: Id })
const StepParams = z.strictObject({ id: Id, stepId: Id })

/** What moderators need in front of everybody: their own notes for a step, and what the screen shows. */
export function stageRoutes(app: HttpApp, parts: HttpParts): void {
  app.get(
    '/api/v1/workshops/:id/steps/:stepId/notes',
    {
      schema: {
        summary: 'What the moderators have written down for a step (moderators)',
        params: StepParams,
        response: { 200: StepNoteResponse },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      return readStepNote(parts, seat.workshopId, request.params.stepId)
    },
  )

  app.put(
    '/api/v1/workshops/:id/steps/:stepId/notes',
    {
      schema: {
        summary: 'Write down something for a step (moderators)',
        params: StepParams,
        body: PutStepNoteRequest,
        response: { 200: StepNoteResponse },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      return keepStepNote(parts, seat, { stepId: request.params.stepId, text: request.body.text })
    },
  )

  app.put(
    '/api/v1/workshops/:id/screen',
    {
      schema: {
        summary: 'Say which page a screen shows (screens, moderators)',
        params: WorkshopParams,
        body: ShownPageRequest,
        response: { 200: Done },
      },
    },
    async (request) => {
      noteShownPage(parts, await requireMember(parts.liveSeats, request), request.body)
      return { done: true as const }
    },
  )
}
