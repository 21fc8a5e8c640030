import { z } from 'zod'
import { CHECK_STATES, CHECK_TOPICS, CHECK_VERDICTS } from '../checks.ts'
import { Id, Token } from './common.ts'

const Finding = z.strictObject({ topic: z.enum(CHECK_TOPICS), state: z.enum(CHECK_STATES) })
const Milliseconds = z.number().min(-1e12).max(1e12)
const Pixels = z.number().int().min(0).max(100_000)

/** What a device has found out about itself and its network; names nobody and no address. */
export const CheckReport = z.strictObject({
  findings: z
    .array(Finding)
    .min(1)
    .max(CHECK_TOPICS.length)
    .refine((findings) => new Set(findings.map(({ topic }) => topic)).size === findings.length, 'each topic once'),
  /** Time for a question and its answer, milliseconds; null if none came. */
  latencyMs: Milliseconds.nullable(),
  /** Server time minus device time, milliseconds. */
  clockOffsetMs: Milliseconds.nullable(),
  viewport: z.strictObject({ width: Pixels, height: Pixels }),
  /** Browser and system in short, as `Firefox 140, Windows`. */
  browser: z.string().trim().max(60),
})
export type CheckReport = z.infer<typeof CheckReport>

/**
 * `POST /api/v1/checks`, with a seat's bearer token or with an `invite`: tell the workshop's moderators. A device that
 * checks again replaces what it told before; `device` is a random id that it keeps.
 */
export const KeepCheckRequest = z.strictObject({ invite: Token.optional(), device: Id, report: CheckReport })
export type KeepCheckRequest = z.infer<typeof KeepCheckRequest>

/** A kept check as moderators see it. */
export const CheckRecord = z.object({
  device: Id,
  /** Null when somebody has checked by a link, before taking a seat. */
  seatId: Id.nullable(),
  at: z.number(),
  verdict: z.enum(CHECK_VERDICTS),
  report: CheckReport,
})
export type CheckRecord = z.infer<typeof CheckRecord>

/** The `checks` event of the cockpit's stream. */
export const ChecksResponse = z.object({ checks: z.array(CheckRecord) })
