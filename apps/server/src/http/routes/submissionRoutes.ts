import { Id, SubmissionCode, SubmissionsResponse, SubmitRequest, WithdrawRequest } from '@tafelrunde/protocol'
import type { GroupId, RecommendationId } from '@tafelrunde/schema/plain'
import { z } from 'zod'
import { listSubmissions } from '../../submissions/listSubmissions.ts'
import { submitRecommendations } from '../../submissions/submitRecommendations.ts'
import { withdrawSubmission } from '../../submissions/withdrawSubmission.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireMember, requireModerator } from '../requireSeat.ts'

const WorkshopParams = z.strictObject({ id: Id })
const GroupParams = z.strictObject({ id: Id, groupId: Id })
const CodeParams = z.strictObject({ id: Id, code: SubmissionCode })

/** Recommendations that groups have handed in: their codes, their status and how it came about. */
export function submissionRoutes(app: HttpApp, parts: HttpParts): void {
  app.get(
    '/api/v1/workshops/:id/submissions',
    {
      schema: {
        summary: 'Submitted recommendations of the boards that the seat may read',
        params: WorkshopParams,
        response: { 200: SubmissionsResponse },
      },
    },
    async (request) => {
      const seat = await requireMember(parts.liveSeats, request)
      return { submissions: [...(await listSubmissions(parts, seat))] }
    },
  )

  app.post(
    '/api/v1/workshops/:id/groups/:groupId/submissions',
    {
      schema: {
        summary: 'Submit recommendations of a group (its scribe, moderators); idempotent per recommendation',
        params: GroupParams,
        body: SubmitRequest,
        response: { 200: SubmissionsResponse },
      },
    },
    async (request) => {
      const seat = await requireMember(parts.liveSeats, request)
      parts.submissionThrottle.take(seat.id)
      const groupId = request.params.groupId as GroupId
      const recommendationIds = request.body.recommendationIds as RecommendationId[]
      return { submissions: [...(await submitRecommendations(parts, seat, { groupId, recommendationIds }))] }
    },
  )

  app.post(
    '/api/v1/workshops/:id/submissions/:code/withdraw',
    {
      schema: {
        summary: 'Make a submitted recommendation a draft again; its code stays reserved (moderators)',
        params: CodeParams,
        body: WithdrawRequest,
        response: { 200: SubmissionsResponse },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      const { code } = request.params
      const note = request.body.note ?? ''
      return { submissions: [...(await withdrawSubmission(parts, seat, { code, note }))] }
    },
  )
}
