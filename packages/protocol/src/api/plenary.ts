import { z } from 'zod'
import { RunStateBody } from './workshops.ts'

/**
 * `GET /api/v1/workshops/:id/plenary` and the `state` event of `GET …/plenary/events`: the merged view (PlenaryView
 * of the schema package), the run state and server time. Later events: `patch` {patch: PlenaryPatch},
 * `run` {run, serverTime}, `closed` {} (the step closed the plenary; the stream stays open for `run` and reopening).
 * `offers` {offers: Offer[]} (moderators only; near-duplicates, first some time after `state`).
 * `view` is null while the plenary is closed for this seat (stream only; the plain GET answers 403 `plenary.closed`).
 */
export const PlenaryState = z.object({
  view: z.looseObject({ version: z.number() }).nullable(),
  run: RunStateBody,
  serverTime: z.number(),
})
export type PlenaryState = z.infer<typeof PlenaryState>

const Rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

/** `POST /api/v1/workshops/:id/plenary` (moderators): a decision of the plenary. Keys are entry keys `group/item`. */
export const PlenaryCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('fold'),
    headKey: z.string().max(60),
    entryKeys: z.array(z.string().max(60)).min(1).max(50),
  }),
  z.strictObject({ type: z.literal('unfold'), headKey: z.string().max(60) }),
  z.strictObject({ type: z.literal('reword'), entryKey: z.string().max(60), text: z.string().max(600).nullable() }),
  z.strictObject({
    type: z.literal('move'),
    entryKey: z.string().max(60),
    afterKey: z.string().max(60).nullable(),
    beforeKey: z.string().max(60).nullable(),
  }),
  /** Entries or recommendations that were offered as the same and are not (or, taken back, may be after all). */
  z.strictObject({
    type: z.literal('differ'),
    keys: z.array(z.string().max(60)).min(2).max(12),
    areDifferent: z.boolean(),
  }),
  /** Take note of what a group has changed since: the words of now are the known ones. */
  z.strictObject({ type: z.literal('acknowledge'), entryKey: z.string().max(60) }),
  /** Effort and impact as agreed, written on the group's board. */
  z.strictObject({
    type: z.literal('rate'),
    recommendationKey: z.string().max(60),
    effort: Rating.nullable().optional(),
    impact: Rating.nullable().optional(),
  }),
  /** What was agreed about doing it, written on the group's board. */
  z.strictObject({
    type: z.literal('commit'),
    recommendationKey: z.string().max(60),
    lead: z.string().max(500).optional(),
    firstStep: z.string().max(500).optional(),
    until: z.iso.date().nullable().optional(),
  }),
  /** The priorities of the workshop as a whole, the first one first; what is not named has none. */
  z.strictObject({
    type: z.literal('prioritise'),
    recommendationKeys: z.array(z.string().max(60)).max(200),
  }),
])
export type PlenaryCommand = z.infer<typeof PlenaryCommand>
