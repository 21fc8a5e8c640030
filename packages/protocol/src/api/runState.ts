import { z } from 'zod'
import { Id } from './common.ts'

/** `POST /api/v1/workshops/:id/snapshots`: keep the whole workshop under a name. */
export const CreateSnapshotRequest = z.strictObject({ name: z.string().trim().min(1).max(120) })
export const SnapshotRecord = z.object({ id: Id, name: z.string(), at: z.number(), documents: z.number() })
export type SnapshotRecord = z.infer<typeof SnapshotRecord>
export const SnapshotsResponse = z.object({ snapshots: z.array(SnapshotRecord) })

/** A text that the board has not taken, kept for its author and the moderators. */
export const TrayEntry = z.object({
  id: Id,
  seatId: Id,
  groupId: Id,
  /** The note or recommendation it was meant for, if it has one. */
  itemId: z.string().nullable(),
  fieldId: z.string().nullable(),
  text: z.string().max(1_000_000),
  reason: z.string(),
  at: z.number(),
  state: z.enum(['waiting', 'taken', 'discarded']),
})
export type TrayEntry = z.infer<typeof TrayEntry>

/** `POST /api/v1/workshops/:id/tray`: idempotent by `id`, which the author's device made. */
export const PutTrayRequest = z.strictObject({
  id: Id,
  groupId: Id,
  itemId: z.string().max(40).nullable(),
  fieldId: z.string().max(60).nullable(),
  text: z.string().min(1).max(100_000),
  reason: z.string().max(60),
})
export type PutTrayRequest = z.infer<typeof PutTrayRequest>

/** `GET /api/v1/workshops/:id/tray`: own entries; moderators see all. */
export const TrayResponse = z.object({ entries: z.array(TrayEntry) })

/** `PATCH /api/v1/workshops/:id/tray/:entryId`: `taken` puts it on the board (moderators) or marks it as put back. */
export const EditTrayRequest = z.strictObject({
  state: z.enum(['taken', 'discarded']),
  putOnBoard: z.boolean().optional(),
})
