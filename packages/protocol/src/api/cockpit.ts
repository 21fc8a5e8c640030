import { z } from 'zod'
import { CheckRecord } from './checks.ts'
import { Id } from './common.ts'
import { SeatingMode } from './seating.ts'
import { HiddenCounts } from './hiddenWriting.ts'
import { SeatRecord } from './seats.ts'
import { ShownPage, StepNote } from './stage.ts'
import { VoteCount } from './votes.ts'
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
  /** Seats whose connection to the board broke off lately without their leaving, and when; they may be back. */
  lostConnections: z.array(z.object({ seatId: Id, at: z.number() })).default([]),
})
export type BoardTile = z.infer<typeof BoardTile>

/** Something that a moderator did, for the others to see; who and what, never a text. */
export const CockpitAct = z.object({
  /** Null: whoever created the workshop. */
  seatId: Id.nullable(),
  at: z.number(),
  /** As in the audit log, `run.commanded` for example. */
  event: z.string(),
  /** Type of the run command. */
  command: z.string().nullable(),
  /** The group that it was for; null: all. */
  groupId: Id.nullable(),
  /** The step that was current for it afterwards. */
  stepId: Id.nullable(),
})
export type CockpitAct = z.infer<typeof CockpitAct>

/** The `acts` event of the cockpit's stream: the last acts, newest first. */
export const ActsResponse = z.object({ acts: z.array(CockpitAct) })

/** The `moderators` event of the cockpit's stream: seats that have a cockpit open. */
export const ModeratorsResponse = z.object({ seatIds: z.array(Id) })

/**
 * `GET /api/v1/workshops/:id/cockpit` and the `state` event of `GET …/cockpit/events` (moderators): everything the
 * cockpit shows, in one stream. Later events of the stream: `run` {run, serverTime}, `tile` BoardTile,
 * `seats` {seats}, `seating` {mode}, `links` {links}, `tray` {entries}, `snapshots` {snapshots}, `checks` {checks},
 * `notes` {notes}, `screen` {screen}, `acts` ActsResponse, `moderators` ModeratorsResponse, `votes` {votes}, `hidden`
 * HiddenCounts.
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
  acts: z.array(CockpitAct).default([]),
  moderatorSeatIds: z.array(Id).default([]),
  votes: z.array(VoteCount).default([]),
  hidden: HiddenCounts.default({ notes: 0, writers: 0, boards: [] }),
})
export type CockpitState = z.infer<typeof CockpitState>
