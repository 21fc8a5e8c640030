import { z } from 'zod'
import { Id, ShortText } from './common.ts'

/**
 * How people get a group whose link leaves it open. `free`: they choose. Otherwise the moderators give it: by their
 * list, and whoever is not on it waits on the common board (`wait`) or goes to the smallest group (`smallest`).
 */
export const SeatingMode = z.enum(['free', 'wait', 'smallest'])
export type SeatingMode = z.infer<typeof SeatingMode>

/** One line of the assignment list. Without a name it is for everybody of the organisation. */
export const AssignmentEntry = z.strictObject({ name: ShortText, organisation: ShortText, groupId: Id })
export type AssignmentEntry = z.infer<typeof AssignmentEntry>

/** `PUT /api/v1/workshops/:id/assignments` (moderators). What is left out stays; `entries` replaces the whole list. */
export const EditSeatingRequest = z.strictObject({
  mode: SeatingMode.optional(),
  entries: z.array(AssignmentEntry).max(1_000).optional(),
  /** The list also moves people who have another group already; without it only those who have none. */
  movesSeated: z.boolean().optional(),
})
export type EditSeatingRequest = z.infer<typeof EditSeatingRequest>

/** `GET /api/v1/workshops/:id/assignments` (moderators), and the answer of changing it. */
export const SeatingResponse = z.object({
  mode: SeatingMode,
  entries: z.array(AssignmentEntry),
  /** How many seats the change has moved. */
  moved: z.number(),
})
export type SeatingResponse = z.infer<typeof SeatingResponse>

/** `POST /api/v1/workshops/:id/seats/assign` (moderators): move many seats at once. Group sizes do not bind moderators. */
export const AssignSeatsRequest = z.strictObject({
  assignments: z
    .array(z.strictObject({ seatId: Id, groupId: Id.nullable() }))
    .min(1)
    .max(500),
})
export type AssignSeatsRequest = z.infer<typeof AssignSeatsRequest>

/** `POST /api/v1/workshops/:id/seats/admit` (moderators): let seats in from the lobby; without ids all that wait. */
export const AdmitSeatsRequest = z.strictObject({ seatIds: z.array(Id).min(1).max(500).optional() })
export type AdmitSeatsRequest = z.infer<typeof AdmitSeatsRequest>
