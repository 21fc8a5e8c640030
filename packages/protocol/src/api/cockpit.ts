import { z } from 'zod'
import { CheckRecord } from './checks.ts'
import { Id } from './common.ts'
import { SeatingMode } from './seating.ts'
import { SeatRecord } from './seats.ts'
import { ShownPage, StepNote } from './stage.ts'
import { LinkRecord, RunStateBody } from './workshops.ts'
import { SnapshotRecord, TrayEntry } from './runState.ts'

/** Fill of one board, for its tile. */
export const BoardTile = z.object({
  groupId: Id,
  presentSeatIds: z.array(Id),
  canvases: z.array(
    z.object({
      id: Id,
      title: z.string(),
      templateId: z.string(),
      /** Active items per field id. */
      fields: z.record(z.string(), z.number()),
    }),
  ),
  items: z.number(),
  freeItems: z.number(),
  recommendations: z.array(z.object({ id: Id, title: z.string() })),
  lastEditAt: z.number().nullable(),
  /** Code of the error table when the board cannot be read; it shows nothing then, and the others go on. */
  trouble: z.string().nullable().default(null),
})
export type BoardTile = z.infer<typeof BoardTile>

/**
 * `GET /api/v1/workshops/:id/cockpit` and the `state` event of `GET …/cockpit/events` (moderators): everything the
 * cockpit shows, in one stream. Later events of the stream: `run` {run, serverTime}, `tile` BoardTile,
 * `seats` {seats}, `seating` {mode}, `links` {links}, `tray` {entries}, `snapshots` {snapshots}, `checks` {checks},
 * `notes` {notes}, `screen` {screen}.
 */
export const CockpitState = z.object({
  run: RunStateBody,
  serverTime: z.number(),
  tiles: z.array(BoardTile),
  seats: z.array(SeatRecord),
  seating: z.object({ mode: SeatingMode }),
  links: z.array(LinkRecord),
  tray: z.array(TrayEntry),
  snapshots: z.array(SnapshotRecord),
  checks: z.array(CheckRecord),
  /** What the moderators have written down for steps. */
  notes: z.array(StepNote).default([]),
  /** What a screen showed last; null: none has said anything since the server started. */
  screen: ShownPage.nullable().default(null),
})
export type CockpitState = z.infer<typeof CockpitState>
