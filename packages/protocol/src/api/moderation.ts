import { z } from 'zod'
import { Id, RoleName } from './common.ts'

/** Who has written something: a seat (gone or not), the server itself, or nobody that is known. */
export const Author = z.object({
  kind: z.enum(['seat', 'server', 'unknown']),
  seatId: Id.nullable(),
  name: z.string(),
  organisation: z.string(),
  role: RoleName.nullable(),
  /** Since when the seat is there; null where there is none. */
  joinedAt: z.number().nullable(),
  /** The seat was revoked. */
  isGone: z.boolean(),
})
export type Author = z.infer<typeof Author>

/** `GET /api/v1/workshops/:id/boards/:groupId/entries/:entryId/authors` (moderators): who wrote an entry of a board. */
export const EntryAuthorsResponse = z.object({
  entryId: Id,
  kind: z.enum(['canvas', 'item', 'recommendation']),
  created: z.object({
    by: Author,
    /** The server has put it there for them, from the tray. */
    isFromTray: z.boolean(),
    /** It was written hidden and shown by the server; without a seat in `by`, nobody knows by whom. */
    wasHidden: z.boolean(),
    at: z.number().nullable(),
    /** False: what the entry says about itself, which its writer could have changed. */
    isTimeCertain: z.boolean(),
  }),
  /** Authors of the words that are there now, who wrote most first; `share` is between 0 and 1. */
  writers: z.array(z.object({ by: Author, characters: z.number(), share: z.number() })),
  /** Who changed it last; null when that is longer ago than is remembered. */
  changed: z.object({ by: Author, at: z.number() }).nullable(),
})
export type EntryAuthorsResponse = z.infer<typeof EntryAuthorsResponse>

/** Longest time that can be taken back at once, in minutes. */
export const MAX_UNDO_MINUTES = 5

/** `POST /api/v1/workshops/:id/seats/:seatId/undo` (moderators): take back what a seat wrote in the last minutes. */
export const UndoSeatRequest = z.strictObject({
  /** One board; all boards of the workshop without it. */
  groupId: Id.optional(),
  minutes: z.number().positive().max(MAX_UNDO_MINUTES),
})
export type UndoSeatRequest = z.infer<typeof UndoSeatRequest>

/** What was taken back on one board, in entries that people see. */
export const UndoneBoard = z.object({
  groupId: Id,
  /** In the bin now, or gone (drawings have no bin). */
  removed: z.number(),
  /** On the board again. */
  restored: z.number(),
  /** Here before and after, with another text or other values. */
  changed: z.number(),
})
export type UndoneBoard = z.infer<typeof UndoneBoard>

/** Answer of an undo, and of its own taking back. Boards without anything to take back are left out. */
export const UndoSeatResponse = z.object({
  /** Names this undo for `POST /api/v1/workshops/:id/undos/:undoId/revert`; null when nothing was taken back. */
  undoId: Id.nullable(),
  boards: z.array(UndoneBoard),
  /** Boards that stayed as they were: taking back would have cost others their work, or they cannot be read. */
  refused: z.array(Id),
})
export type UndoSeatResponse = z.infer<typeof UndoSeatResponse>
