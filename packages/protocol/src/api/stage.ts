import { z } from 'zod'
import { Id, ShortText } from './common.ts'

/** Most characters that moderators write down for one step. */
export const MAX_STEP_NOTE_CHARACTERS = 4_000

/** What the moderators have written down for one step; nobody else ever receives it. */
export const StepNote = z.object({ stepId: Id, text: z.string(), at: z.number() })
export type StepNote = z.infer<typeof StepNote>

/** `GET` and answer of `PUT /api/v1/workshops/:id/steps/:stepId/notes` (moderators); '' where nothing is written. */
export const StepNoteResponse = StepNote
export type StepNoteResponse = StepNote

/** `PUT /api/v1/workshops/:id/steps/:stepId/notes` (moderators): the whole text; '' deletes it. */
export const PutStepNoteRequest = z.strictObject({ text: z.string().max(MAX_STEP_NOTE_CHARACTERS) })
export type PutStepNoteRequest = z.infer<typeof PutStepNoteRequest>

/** The `notes` event of the cockpit's stream. */
export const StepNotesResponse = z.object({ notes: z.array(StepNote) })

/**
 * `PUT /api/v1/workshops/:id/screen` (screens and moderators): which page a screen shows, so that a remote control can
 * turn from there. `page` counts from 0.
 */
export const ShownPageRequest = z.strictObject({
  title: ShortText,
  page: z.int().min(0).max(999),
  pages: z.int().min(1).max(1_000),
})
export type ShownPageRequest = z.infer<typeof ShownPageRequest>

/** What a screen said last, and when. */
export const ShownPage = z.object({ title: z.string(), page: z.number(), pages: z.number(), at: z.number() })
export type ShownPage = z.infer<typeof ShownPage>

/** The `screen` event of the cockpit's stream. */
export const ShownPageResponse = z.object({ screen: ShownPage.nullable() })
