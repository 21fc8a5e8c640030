import { callApi } from '../../api/callApi.ts'
import { anything, number, record } from '../../api/shape.ts'
import type { StoredSeat } from '../../api/seats.ts'

/** By hand, because the board loads this. */
const notesShown = { parse: (answer: unknown): number => number(record(answer)['notes']) }

type Access = Pick<StoredSeat, 'workshopId' | 'token'>

/** Show what this seat has written for a board. @throws ApiError */
export function revealOwn({ workshopId, token }: Access, groupId: string): Promise<number> {
  const path = `/workshops/${workshopId}/hidden-notes/reveal-own`
  return callApi('POST', path, { token, body: { groupId }, schema: notesShown })
}

/** Show what everybody has written, for one board or for all; returns how much it was. @throws ApiError */
export function reveal(
  { workshopId, token }: Access,
  wish: { readonly groupId?: string; readonly hasAuthors: boolean },
): Promise<number> {
  return callApi('POST', `/workshops/${workshopId}/reveal`, { token, body: wish, schema: notesShown })
}

/** End the workshop, or take that back. @throws ApiError */
export async function setClosed({ workshopId, token }: Access, isClosed: boolean): Promise<void> {
  await callApi('POST', `/workshops/${workshopId}/${isClosed ? 'close' : 'reopen'}`, { token, schema: anything })
}
