import { EntryAuthorsResponse, UndoSeatResponse } from '@tafelrunde/protocol'
import { callApi } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'

/** What a moderator's calls need of the own seat. */
export type Access = Pick<StoredSeat, 'workshopId' | 'token'>

/** Who wrote an entry of a board. @throws ApiError */
export function readAuthors(
  { workshopId, token }: Access,
  { groupId, entryId }: { readonly groupId: string; readonly entryId: string },
): Promise<EntryAuthorsResponse> {
  const path = `/workshops/${workshopId}/boards/${groupId}/entries/${entryId}/authors`
  return callApi('GET', path, { token, schema: EntryAuthorsResponse })
}

/** Take back what a seat wrote; on all boards without a `groupId`. @throws ApiError */
export function undoSeat(
  { workshopId, token }: Access,
  { seatId, ...wish }: { readonly seatId: string; readonly groupId?: string; readonly minutes: number },
): Promise<UndoSeatResponse> {
  const path = `/workshops/${workshopId}/seats/${seatId}/undo`
  return callApi('POST', path, { token, body: wish, schema: UndoSeatResponse })
}

/** Take such an undo back. @throws ApiError */
export function revertUndo({ workshopId, token }: Access, undoId: string): Promise<UndoSeatResponse> {
  return callApi('POST', `/workshops/${workshopId}/undos/${undoId}/revert`, { token, schema: UndoSeatResponse })
}
