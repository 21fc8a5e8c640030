import { z } from 'zod'
import { ROLES } from '../permissions.ts'

/** A record id: 22 url-safe characters that begin with a letter. */
export const Id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{21}$/)

/** A point in time with its offset, ISO 8601. */
export const IsoTime = z.iso.datetime({ offset: true })

/** A bearer token or link token as it travels; long enough for 128 bits, short enough to refuse rubbish early. */
export const Token = z.string().min(20).max(80)

/** A person's or group's short name; blank input is allowed where the caller says so. */
export const ShortText = z.string().trim().max(120)

/** Instructions, topics, announcements. */
export const LongText = z.string().trim().max(2000)

/** Languages the product speaks. */
export const Language = z.enum(['de', 'en'])

/** Roles a link can carry. */
export const RoleName = z.enum(ROLES)

/** Body of every error response. */
export const ErrorBody = z.object({ error: z.string(), message: z.string() })
export type ErrorBody = z.infer<typeof ErrorBody>

/** Answer of calls that return nothing but success. */
export const Done = z.object({ done: z.literal(true) })
