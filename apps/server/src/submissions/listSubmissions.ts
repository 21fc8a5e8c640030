import type { SubmissionRecord } from '@tafelrunde/protocol'
import { mayReadBoard } from '../results/mayReadBoard.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'

/** What has been submitted, of the boards that the seat may read now; in the order of the codes. */
export async function listSubmissions(
  parts: Pick<ServerParts, 'submissions' | 'runStates'>,
  seat: Seat,
): Promise<readonly SubmissionRecord[]> {
  const run = await parts.runStates.load(seat.workshopId)
  const readable = new Set<string>(run.groups.filter((group) => mayReadBoard(run, seat, group)).map(({ id }) => id))
  return (await parts.submissions.list(seat.workshopId)).flatMap(({ key, code, status, history }) => {
    const [groupId = '', recommendationId = ''] = key.split('/')
    return readable.has(groupId) ? [{ code, groupId, recommendationId, status, history: [...history] }] : []
  })
}
