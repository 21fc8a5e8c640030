import { SCREEN_LAYOUTS } from '@tafelrunde/schema/plain'
import { z } from 'zod'
import { Id, LongText } from './common.ts'

const expectedStepId = Id.nullable().optional()

/** Steps and their time. */
const STEP_COMMANDS = [
  z.strictObject({
    type: z.literal('step.start'),
    stepId: Id,
    groupId: Id.optional(),
    expectedStepId,
    /** The step has been going on for so long already: parts and timer begin in the middle of it. */
    elapsedMinutes: z.number().min(0).max(600).optional(),
  }),
  z.strictObject({ type: z.literal('step.next'), groupId: Id.optional(), expectedStepId }),
  z.strictObject({ type: z.literal('step.back'), groupId: Id.optional(), expectedStepId }),
  /** No step at all: everything allowed. For a group: it follows the others again. */
  z.strictObject({ type: z.literal('step.end'), groupId: Id.optional() }),
  /** Writing in the running step ends as when its time is up; `time.add` opens it again. */
  z.strictObject({ type: z.literal('step.close'), groupId: Id.optional() }),
  /** Begin a part of the running step, counted from 0; the time of the step stays. */
  z.strictObject({
    type: z.literal('part.start'),
    part: z.int().min(0).max(19),
    groupId: Id.optional(),
    expectedStepId,
  }),
  z.strictObject({ type: z.literal('time.add'), minutes: z.number().min(-60).max(120), groupId: Id.optional() }),
] as const

/** What can be written at all. */
const LOCK_COMMANDS = [
  z.strictObject({ type: z.literal('freeze'), groupId: Id.optional() }),
  z.strictObject({ type: z.literal('unfreeze'), groupId: Id.optional() }),
  z.strictObject({ type: z.literal('board.lock'), groupId: Id, canvasId: Id.optional() }),
  z.strictObject({ type: z.literal('board.unlock'), groupId: Id, canvasId: Id.optional() }),
  z.strictObject({ type: z.literal('lobby'), isOn: z.boolean() }),
] as const

/** What moderators say to everybody, to some groups, or to one. */
const MESSAGE_COMMANDS = [
  z.strictObject({ type: z.literal('announce'), text: LongText.min(1), groupIds: z.array(Id).min(1).optional() }),
  z.strictObject({ type: z.literal('announcement.clear') }),
  z.strictObject({ type: z.literal('nudge'), groupId: Id, text: LongText.min(1) }),
  z.strictObject({ type: z.literal('nudge.clear'), groupId: Id }),
  /** Somebody sees to the group's call for help: the one since `calledAt`, if given; a newer one stands. */
  z.strictObject({ type: z.literal('help.clear'), groupId: Id, calledAt: z.number().optional() }),
  /** Ask everybody to come: to a board, or without `groupId` to the plenary. */
  z.strictObject({ type: z.literal('gather'), groupId: Id.optional() }),
  /** Ask everybody back to the board of their own group. */
  z.strictObject({ type: z.literal('gather.own') }),
  z.strictObject({ type: z.literal('gather.end') }),
] as const

/** What the screen shows beyond what the step says. */
const STAGE_COMMANDS = [
  /** Null: as the step says. */
  z.strictObject({ type: z.literal('stage.layout'), layout: z.enum(SCREEN_LAYOUTS).nullable() }),
  z.strictObject({
    type: z.literal('stage.spotlight'),
    spotlight: z
      .strictObject({ groupId: Id, canvasId: Id.nullable(), fieldId: z.string().max(60).nullable() })
      .nullable(),
  }),
  z.strictObject({ type: z.literal('stage.picture'), isFrozen: z.boolean() }),
  /** Null: the screen turns its pages by itself. */
  z.strictObject({ type: z.literal('stage.page'), page: z.int().min(0).max(999).nullable() }),
] as const

/**
 * `POST /api/v1/workshops/:id/run` (moderators): one command on the run state.
 *
 * `groupId` narrows a command to one group; without it it is for all. `expectedStepId` is the step the moderator
 * saw; if another moderator was faster the answer is 409 `step.conflict`.
 */
export const RunCommand = z.discriminatedUnion('type', [
  ...STEP_COMMANDS,
  ...LOCK_COMMANDS,
  ...MESSAGE_COMMANDS,
  ...STAGE_COMMANDS,
])
export type RunCommand = z.infer<typeof RunCommand>
