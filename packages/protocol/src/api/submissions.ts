import { RECOMMENDATION_STATUSES } from '@tafelrunde/schema/plain'
import { z } from 'zod'
import { Id, LongText, RoleName } from './common.ts'

const Status = z.enum(RECOMMENDATION_STATUSES)

/** `HE-<number of the workshop in its series>-<running number>`. */
export const SubmissionCode = z.string().regex(/^HE-\d{1,6}-\d{2,6}$/)

/** What became of a recommendation once: kept for ever, names a role and nobody. */
export const SubmissionEvent = z.object({
  at: z.number(),
  from: Status,
  to: Status,
  note: z.string(),
  role: RoleName,
})
export type SubmissionEvent = z.infer<typeof SubmissionEvent>

/** A recommendation that has been submitted, now or before; its code is never given to another one. */
export const SubmissionRecord = z.object({
  code: SubmissionCode,
  groupId: Id,
  recommendationId: Id,
  status: Status,
  history: z.array(SubmissionEvent),
})
export type SubmissionRecord = z.infer<typeof SubmissionRecord>

/** `POST /api/v1/workshops/:id/groups/:groupId/submissions` (scribe of the group, moderators); idempotent. */
export const SubmitRequest = z.strictObject({ recommendationIds: z.array(Id).min(1).max(100) })
export type SubmitRequest = z.infer<typeof SubmitRequest>

/** `POST /api/v1/workshops/:id/submissions/:code/withdraw` (moderators): a draft again, the code stays reserved. */
export const WithdrawRequest = z.strictObject({ note: LongText.optional() })
export type WithdrawRequest = z.infer<typeof WithdrawRequest>

/** `GET /api/v1/workshops/:id/submissions`, and the answer of both commands: of the boards that the seat may read. */
export const SubmissionsResponse = z.object({ submissions: z.array(SubmissionRecord) })
export type SubmissionsResponse = z.infer<typeof SubmissionsResponse>
