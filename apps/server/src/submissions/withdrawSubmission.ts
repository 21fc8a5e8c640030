import { AppError, documentName, type SubmissionRecord } from '@tafelrunde/protocol'
import { rememberWords } from '@tafelrunde/schema'
import { normaliseText } from '@tafelrunde/schema/plain'
import { openPlenary } from '@tafelrunde/schema/transport'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { listSubmissions } from './listSubmissions.ts'
import { tellSubmissions } from './tellSubmissions.ts'

type Parts = Pick<ServerParts, 'submissions' | 'runStates' | 'documents' | 'audit' | 'log' | 'now'>

/**
 * Make a submitted recommendation a draft again. Its code stays with it and is given to no other.
 *
 * @throws AppError `recommendation.unknown` when no such code is submitted
 */
export async function withdrawSubmission(
  parts: Parts,
  seat: Seat,
  wish: { readonly code: string; readonly note: string },
): Promise<readonly SubmissionRecord[]> {
  const { workshopId } = seat
  const act = { at: parts.now(), note: normaliseText(wish.note), role: seat.role }
  const submission = (await parts.submissions.list(workshopId)).find(({ code }) => code === wish.code)
  if (!submission || !(await parts.submissions.withdraw(workshopId, wish.code, act))) {
    throw new AppError('recommendation.unknown', 'no such code is submitted')
  }
  await parts.documents.edit(documentName('plenary', workshopId), (ydoc) => {
    rememberWords(openPlenary(ydoc), { [submission.key]: null })
  })
  const details = { code: wish.code }
  await parts.audit.append({ workshopId, seatId: seat.id, at: act.at, event: 'recommendation.withdrawn', details })
  parts.log.info('recommendation.withdrawn', { workshopId })
  await tellSubmissions(parts, workshopId)
  return listSubmissions(parts, seat)
}
