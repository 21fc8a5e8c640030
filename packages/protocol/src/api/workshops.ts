import { BOARD_ROOTS, SCREEN_LAYOUTS, VOTE_KINDS, VOTE_SUBJECTS } from '@tafelrunde/schema/plain'
import { z } from 'zod'
import { Id, IsoTime, Language, LongText, RoleName, ShortText } from './common.ts'

/** A group as the creator names it. */
export const GroupRequest = z.strictObject({
  name: ShortText.min(1),
  topic: LongText.optional(),
  maxSeats: z.int().min(1).max(100).optional(),
  /** Title of the target group that the group works on; groups with the same title share it. */
  targetGroup: ShortText.min(1).optional(),
})

/** `POST /api/v1/workshops`. `groups` is a list or just their number. */
export const CreateWorkshopRequest = z.strictObject({
  title: ShortText.min(1),
  language: Language.optional(),
  startsAt: IsoTime.optional(),
  endsAt: IsoTime.optional(),
  timeZone: z.string().max(60).optional(),
  organisations: z.array(ShortText.min(1)).max(200).optional(),
  /** Continue the series of an earlier workshop: its series id. */
  series: Id.optional(),
  /** A run sheet of STEP_TEMPLATES; without it no steps, everything allowed. */
  template: z.string().max(60).optional(),
  talks: z
    .array(z.strictObject({ organisation: ShortText, title: ShortText.min(1) }))
    .max(20)
    .optional(),
  /** Marks every place and export as invented example data. */
  isExample: z.boolean().optional(),
  groups: z.union([z.int().min(1).max(60), z.array(GroupRequest).min(1).max(60)]),
})
export type CreateWorkshopRequest = z.infer<typeof CreateWorkshopRequest>

/** 201 answer of `POST /api/v1/workshops`; links are complete URLs with the token in the fragment. */
export const CreateWorkshopResponse = z.object({
  workshop: z.object({ id: Id, title: z.string(), language: Language, series: Id }),
  links: z.object({
    owner: z.string(),
    moderator: z.string(),
    participant: z.string(),
    observer: z.string(),
    screen: z.string(),
  }),
  common: z.object({ id: Id }),
  groups: z.array(z.object({ id: Id, name: z.string(), link: z.string(), scribeLink: z.string() })),
})
export type CreateWorkshopResponse = z.infer<typeof CreateWorkshopResponse>

/** A vote as moderators plan it; what it means says VotePlan of the schema package. */
export const VotePlanRequest = z.strictObject({
  kind: z.enum(VOTE_KINDS),
  question: ShortText,
  subject: z.enum(VOTE_SUBJECTS),
  where: z.enum(['common', 'groups']),
  fieldId: z.string().max(60).nullable(),
  options: z.array(ShortText.min(1)).max(60),
  votesPerSeat: z.int().min(1).max(100),
  maxPerOption: z.int().min(1).max(100),
  isHiddenUntilClosed: z.boolean(),
  isSecret: z.boolean(),
  mayAbstain: z.boolean(),
  weight: z.enum(['seat', 'organisation']),
})
export type VotePlanRequest = z.infer<typeof VotePlanRequest>

/** A part of a step; what it does not say otherwise is as the step says. */
const StepPartRequest = z.strictObject({
  /** Without it the part is new. */
  id: Id.optional(),
  title: ShortText,
  instruction: LongText,
  minutes: z.number().min(0).max(600),
  rules: z
    .strictObject({
      writableRoots: z.array(z.enum(BOARD_ROOTS)),
      visibility: z.enum(['own', 'all']),
      isHidden: z.boolean(),
    })
    .nullable()
    .optional(),
})

/** A step or its change, as the run sheet editor sends it. A step without id is new. */
export const StepRequest = z.strictObject({
  id: Id.optional(),
  title: ShortText.min(1),
  instruction: LongText,
  minutes: z.number().min(0).max(600),
  writableRoots: z.array(z.enum(BOARD_ROOTS)),
  where: z.enum(['common', 'groups', 'all']),
  visibility: z.enum(['own', 'all']),
  isPlenaryOpen: z.boolean(),
  screen: z.enum(SCREEN_LAYOUTS),
  parts: z.array(StepPartRequest).max(20),
  /** Notes are written hidden; without it they are not. */
  isHidden: z.boolean().optional(),
  vote: VotePlanRequest.nullable().optional(),
  /** What happens when the time is up; without it nothing. */
  ending: z.enum(['open', 'soft']).optional(),
})
export type StepRequest = z.infer<typeof StepRequest>

/** `PATCH /api/v1/workshops/:id`: what a moderator changes about the workshop. Lists replace the former list. */
export const EditWorkshopRequest = z.strictObject({
  title: ShortText.min(1).optional(),
  language: Language.optional(),
  startsAt: IsoTime.nullable().optional(),
  endsAt: IsoTime.nullable().optional(),
  timeZone: z.string().max(60).optional(),
  organisations: z.array(ShortText.min(1)).max(200).optional(),
  talks: z
    .array(z.strictObject({ id: Id.optional(), organisation: ShortText, title: ShortText.min(1) }))
    .max(20)
    .optional(),
  targetGroups: z
    .array(z.strictObject({ id: Id.optional(), title: ShortText.min(1) }))
    .max(60)
    .optional(),
  steps: z.array(StepRequest).max(60).optional(),
})
export type EditWorkshopRequest = z.infer<typeof EditWorkshopRequest>

/** `POST /api/v1/workshops/:id/groups`. */
export const AddGroupRequest = GroupRequest
/** `PATCH /api/v1/workshops/:id/groups/:groupId`. */
export const EditGroupRequest = z.strictObject({
  name: ShortText.min(1).optional(),
  topic: LongText.optional(),
  maxSeats: z.int().min(1).max(100).nullable().optional(),
  targetGroupId: Id.nullable().optional(),
})

/** A link as moderators see it; `url` is there only right after it was made (tokens are stored hashed). */
export const LinkRecord = z.object({
  id: Id,
  role: RoleName,
  groupId: Id.nullable(),
  createdAt: z.number(),
  expiresAt: z.number().nullable(),
  revokedAt: z.number().nullable(),
  seats: z.number(),
  url: z.string().nullable(),
})
export type LinkRecord = z.infer<typeof LinkRecord>

/** `POST /api/v1/workshops/:id/links`: a new link; `replaces` revokes the old one without losing its seats. */
export const CreateLinkRequest = z.strictObject({
  role: RoleName,
  groupId: Id.nullable().optional(),
  expiresAt: IsoTime.optional(),
  replaces: Id.optional(),
})
export type CreateLinkRequest = z.infer<typeof CreateLinkRequest>

/** `GET /api/v1/workshops/:id/links` (moderators). */
export const LinksResponse = z.object({ links: z.array(LinkRecord) })

/** Run state as JSON; its shape is RunState of the schema package. */
export const RunStateBody = z.looseObject({ version: z.number() })

/** `GET /api/v1/workshops/:id`: what this seat may see. */
export const WorkshopResponse = z.object({
  workshop: z.object({ id: Id, title: z.string(), language: Language, series: Id }),
  seat: z.object({
    id: Id,
    name: z.string(),
    organisation: z.string(),
    role: RoleName,
    groupId: Id.nullable(),
    isMuted: z.boolean(),
    people: z.number(),
    companions: z.string(),
  }),
  run: RunStateBody,
  serverTime: z.number(),
})
export type WorkshopResponse = z.infer<typeof WorkshopResponse>

/** Answer of every call that changes the run state: the state as it is now. */
export const RunResponse = z.object({ run: RunStateBody, serverTime: z.number() })
export type RunResponse = z.infer<typeof RunResponse>

/** 201 answer of `POST /api/v1/workshops/:id/groups`: the group and the two links that lead into it. */
export const AddGroupResponse = z.object({
  group: z.object({ id: Id, name: z.string() }),
  link: LinkRecord,
  scribeLink: LinkRecord,
})
export type AddGroupResponse = z.infer<typeof AddGroupResponse>
