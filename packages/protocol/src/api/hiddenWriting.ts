import { z } from 'zod'
import { Id } from './common.ts'
import { RunStateBody } from './workshops.ts'

/** `POST /api/v1/workshops/:id/reveal` (moderators): hidden notes come onto their boards. */
export const RevealRequest = z.strictObject({
  /** The board whose notes are shown; all boards without it. */
  groupId: Id.optional(),
  /** False: nobody can find out who wrote what, moderators included. */
  hasAuthors: z.boolean(),
})
export type RevealRequest = z.infer<typeof RevealRequest>

/** Answer of a reveal: how many notes it has shown, and the run state that says so. */
export const RevealResponse = z.object({ notes: z.number(), run: RunStateBody, serverTime: z.number() })
export type RevealResponse = z.infer<typeof RevealResponse>

/** `POST /api/v1/workshops/:id/hidden-notes/reveal-own`: what a seat wrote hidden for a board comes onto it. */
export const RevealOwnRequest = z.strictObject({ groupId: Id })
export type RevealOwnRequest = z.infer<typeof RevealOwnRequest>

/** Answer of it. */
export const RevealOwnResponse = z.object({ notes: z.number() })
export type RevealOwnResponse = z.infer<typeof RevealOwnResponse>

/** All that moderators learn of hidden notes before they are shown: how many there are, of how many people. */
export const HiddenCounts = z.object({
  notes: z.number(),
  writers: z.number(),
  /** The same for each board that has some waiting. */
  boards: z.array(z.object({ groupId: Id, notes: z.number(), writers: z.number() })),
})
export type HiddenCounts = z.infer<typeof HiddenCounts>
