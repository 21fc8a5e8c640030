import { AppError, documentName, refuseWrite, type PlenaryCommand } from '@tafelrunde/protocol'
import { editRecommendationText, readBoard, setRecommendation, type Board } from '@tafelrunde/schema'
import { isId, type RecommendationId } from '@tafelrunde/schema/plain'
import { openBoard } from '@tafelrunde/schema/transport'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'

type Parts = Pick<ServerParts, 'documents' | 'runStates'>

/** What the plenary agrees about a recommendation and the group's board keeps. */
export type Agreement = Extract<PlenaryCommand, { type: 'rate' | 'commit' }>

/**
 * Write what the plenary has agreed about a recommendation onto the board of its group, as an edit of the server. Steps
 * do not bind moderators; a frozen or locked board stays as it is.
 *
 * @throws AppError `recommendation.unknown` | `board.frozen` | `board.locked`
 */
export async function agreeInPlenary(parts: Parts, seat: Seat, agreement: Agreement): Promise<void> {
  const [groupId, id] = agreement.recommendationKey.split('/')
  const run = await parts.runStates.load(seat.workshopId)
  const group = run.groups.find((other) => other.id === groupId)
  if (!group || !isId(id)) throw new AppError('recommendation.unknown', 'no such recommendation')
  const refusal = refuseWrite({
    role: seat.role,
    root: 'recommendations',
    isMember: true,
    stepRoots: null,
    isMuted: seat.isMuted,
    isFrozen: run.frozen.all || run.frozen.groupIds.includes(group.id),
    lock: group.isLocked ? 'board' : 'none',
  })
  if (refusal) throw new AppError(refusal, 'the board takes no edits now')
  const isThere = await parts.documents.edit(documentName('group', group.id), (ydoc) =>
    write(openBoard(ydoc), id as RecommendationId, agreement),
  )
  if (!isThere) throw new AppError('recommendation.unknown', 'the recommendation is gone')
}

function write(board: Board, id: RecommendationId, agreement: Agreement): boolean {
  if (!readBoard(board).recommendations.some((other) => other.id === id && other.state === 'active')) return false
  if (agreement.type === 'rate') {
    const { effort, impact } = agreement
    setRecommendation(board, id, {
      ...(effort === undefined ? {} : { effort }),
      ...(impact === undefined ? {} : { impact }),
    })
    return true
  }
  const { lead, firstStep, until } = agreement
  if (lead !== undefined) editRecommendationText(board, id, 'lead', lead)
  if (firstStep !== undefined) editRecommendationText(board, id, 'firstStep', firstStep)
  if (until !== undefined) setRecommendation(board, id, { until })
  return true
}
