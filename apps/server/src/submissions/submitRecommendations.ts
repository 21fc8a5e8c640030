import { AppError, documentName, type SubmissionRecord } from '@tafelrunde/protocol'
import { readPlenary, rememberWords } from '@tafelrunde/schema'
import {
  wordsOfRecommendation,
  type BoardSnapshot,
  type GroupId,
  type Recommendation,
  type RecommendationId,
} from '@tafelrunde/schema/plain'
import { openPlenary } from '@tafelrunde/schema/transport'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { listSubmissions } from './listSubmissions.ts'
import { refuseSubmission } from './refuseSubmission.ts'
import { tellSubmissions } from './tellSubmissions.ts'

type Parts = Pick<ServerParts, 'submissions' | 'runStates' | 'documents' | 'audit' | 'log' | 'now'>

/**
 * Submit recommendations of a group for the plenary: each gets its code, and what it says now is remembered, so that
 * later changes show. Submitting again changes nothing.
 *
 * @throws AppError `seat.notAllowed` | `group.foreign` | `group.unknown` | `seat.muted` | `workshop.closed` | `recommendation.unknown`
 */
export async function submitRecommendations(
  parts: Parts,
  seat: Seat,
  wish: { readonly groupId: GroupId; readonly recommendationIds: readonly RecommendationId[] },
): Promise<readonly SubmissionRecord[]> {
  const { workshopId } = seat
  const { groupId } = wish
  const run = await parts.runStates.load(workshopId)
  const isMember = seat.groupId === groupId
  const refusal = refuseSubmission({
    role: seat.role,
    isMember,
    isWorkshopClosed: run.closedAt !== null,
    isMuted: seat.isMuted,
  })
  if (refusal) throw new AppError(refusal, 'the seat may not submit for this group')
  if (!run.groups.some(({ id }) => id === groupId)) throw new AppError('group.unknown', 'no such group')
  const board = await parts.documents.readBoard(groupId)
  const recommendations = wish.recommendationIds.map((id) => submittable(board, id))

  const keys = recommendations.map(({ id }) => `${groupId}/${id}`)
  const fresh = new Set(
    await parts.submissions.submit(workshopId, keys, { at: parts.now(), note: '', role: seat.role }),
  )
  const words = recommendations.map(
    (recommendation) => [`${groupId}/${recommendation.id}`, wordsOfRecommendation(recommendation)] as const,
  )
  await parts.documents.edit(documentName('plenary', workshopId), (ydoc) => {
    const plenary = openPlenary(ydoc)
    // An earlier call may have ended between the code and the words: what has none gets them now.
    const { seen = {} } = readPlenary(plenary)
    const unknown = words.filter(([key]) => fresh.has(key) || seen[key] === undefined)
    if (unknown.length > 0) rememberWords(plenary, Object.fromEntries(unknown))
  })
  if (fresh.size > 0) {
    const details = { groupId, count: fresh.size }
    await parts.audit.append({
      workshopId,
      seatId: seat.id,
      at: parts.now(),
      event: 'recommendation.submitted',
      details,
    })
    parts.log.info('recommendation.submitted', { workshopId, groupId, count: fresh.size })
  }
  // Also when nothing is new: an earlier call may have ended before it could tell.
  await tellSubmissions(parts, workshopId)
  return listSubmissions(parts, seat)
}

function submittable(board: BoardSnapshot, id: RecommendationId): Recommendation {
  const recommendation = board.recommendations.find((other) => other.id === id)
  if (recommendation?.state !== 'active' || recommendation.title.trim() === '') {
    throw new AppError('recommendation.unknown', 'the list has no such recommendation with a title')
  }
  return recommendation
}
