import { z } from 'zod'
import { Id, Language, RoleName, ShortText, Token } from './common.ts'

/** `POST /api/v1/invites`: what a link leads to, shown on the join page before anybody joins. The token travels in the body. */
export const InviteRequest = z.strictObject({ invite: Token })
export const InviteResponse = z.object({
  workshop: z.object({
    id: Id,
    title: z.string(),
    language: Language,
    startsAt: z.number().nullable(),
    endsAt: z.number().nullable(),
    timeZone: z.string(),
    organisations: z.array(z.string()),
    isExample: z.boolean(),
    retainedUntil: z.number().nullable(),
  }),
  role: RoleName,
  /** The link's group; null when the person chooses or has none. */
  group: z.object({ id: Id, letter: z.string(), colour: z.number(), name: z.string(), topic: z.string() }).nullable(),
  /** Groups to choose from (participant links without a group). */
  groups: z.array(
    z.object({
      id: Id,
      letter: z.string(),
      colour: z.number(),
      name: z.string(),
      topic: z.string(),
      seats: z.number(),
      maxSeats: z.number().nullable(),
    }),
  ),
  /** The link leaves the group open, and the moderators give it: nobody chooses. */
  isAssigned: z.boolean(),
  /** How many people are connected now. */
  present: z.number(),
})
export type InviteResponse = z.infer<typeof InviteResponse>

/** How many people sit at one device, and who they are, in their own words. */
const People = z.int().min(1).max(99)
const Companions = z.string().trim().max(500)

/** `POST /api/v1/seats`: take a seat. `group` is asked only where the link leaves the choice. */
export const JoinRequest = z.strictObject({
  invite: Token,
  name: ShortText.optional(),
  organisation: ShortText.optional(),
  group: Id.optional(),
  /** More than one where a room shares a device. */
  people: People.optional(),
  companions: Companions.optional(),
})
export type JoinRequest = z.infer<typeof JoinRequest>

/** 201 answer of joining and recovering. `recoveryCode` is shown once and stored hashed. */
export const JoinResponse = z.object({
  token: z.string(),
  seat: z.object({
    id: Id,
    name: z.string(),
    organisation: z.string(),
    role: RoleName,
    recoveryCode: z.string(),
    /** In the lobby: the seat may do nothing until the moderators let it in. */
    isWaiting: z.boolean(),
  }),
  workshop: z.object({ id: Id, title: z.string(), language: Language }),
  group: z.object({ id: Id, letter: z.string(), colour: z.number(), name: z.string() }).nullable(),
})
export type JoinResponse = z.infer<typeof JoinResponse>

/** `POST /api/v1/seats/recover`: bring a seat back on another device; old token and code die. */
export const RecoverRequest = z.strictObject({ workshop: Id, recoveryCode: z.string().min(12).max(20) })
export type RecoverRequest = z.infer<typeof RecoverRequest>

/** `POST /api/v1/seats/recovery-code`: make a new code for this seat (the old one dies). */
export const NewRecoveryCodeResponse = z.object({ recoveryCode: z.string() })

/** `PATCH /api/v1/seats/me`, and `PATCH /api/v1/workshops/:id/seats/:seatId` for moderators (who may also change the role). */
export const EditSeatRequest = z.strictObject({
  name: ShortText.optional(),
  organisation: ShortText.optional(),
  groupId: Id.nullable().optional(),
  role: z.enum(['participant', 'scribe']).optional(),
  people: People.optional(),
  companions: Companions.optional(),
  /** Moderators only: the seat may read and not write. */
  isMuted: z.boolean().optional(),
})
export type EditSeatRequest = z.infer<typeof EditSeatRequest>

/** A seat as moderators see it. */
export const SeatRecord = z.object({
  id: Id,
  name: z.string(),
  organisation: z.string(),
  role: RoleName,
  groupId: Id.nullable(),
  joinedAt: z.number(),
  isPresent: z.boolean(),
  isWaiting: z.boolean(),
  isMuted: z.boolean(),
  people: z.number(),
  companions: z.string(),
})
export type SeatRecord = z.infer<typeof SeatRecord>

/** `GET /api/v1/workshops/:id/seats` (moderators). */
export const SeatsResponse = z.object({ seats: z.array(SeatRecord) })

/**
 * `GET /api/v1/seats/me` and the `state` event of `GET /api/v1/seats/me/events`: the own seat, also while it waits in
 * the lobby and may see nothing else.
 */
export const OwnSeatResponse = z.object({
  seat: SeatRecord.omit({ isPresent: true, joinedAt: true }),
  workshop: z.object({ id: Id, title: z.string(), language: Language }),
  /** The board that everybody belongs to; null while the seat waits. */
  commonGroupId: Id.nullable(),
  /** Groups that the person may change to by themselves; empty where the link or the moderators give the group. */
  groups: InviteResponse.shape.groups,
})
export type OwnSeatResponse = z.infer<typeof OwnSeatResponse>

/** `POST /api/v1/setup`: trade the one-time setup link for a token that may create workshops. */
export const SetupRequest = z.strictObject({ setup: Token })
export const SetupResponse = z.object({ creationToken: z.string() })

/** `GET /api/v1/instance`: what a client must know before it has a seat. */
export const InstanceResponse = z.object({
  instanceId: z.string(),
  version: z.string(),
  whoMayCreate: z.enum(['anyone', 'token', 'oidc']),
  /** Epoch milliseconds, for devices whose clock is wrong. */
  serverTime: z.number(),
  legal: z.object({
    imprint: z.string().nullable(),
    privacy: z.string().nullable(),
    accessibility: z.string().nullable(),
    contact: z.string().nullable(),
  }),
})
export type InstanceResponse = z.infer<typeof InstanceResponse>

/** `GET /api/v1/legal/{imprint,privacy,accessibility}`: the operator's own text, where `instance` names a page of this server. */
export const LegalPageResponse = z.object({ markdown: z.string() })
export type LegalPageResponse = z.infer<typeof LegalPageResponse>
