import {
  SeatingResponse,
  type AssignSeatsRequest,
  type EditSeatingRequest,
  type EditSeatRequest,
} from '@tafelrunde/protocol'
import { callApi } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { anything } from '../../api/shape.ts'

/** What a moderator's calls need of the own seat. */
export type Access = Pick<StoredSeat, 'workshopId' | 'token'>

/** Where one seat goes. */
export type SeatMove = AssignSeatsRequest['assignments'][number]

/** What moderators do with seats. Each call throws ApiError; its effect is seen through the event stream. */
export interface SeatCalls {
  edit(seatId: string, change: EditSeatRequest): Promise<unknown>
  revoke(seatId: string): Promise<unknown>
  /** All of them at once, or none. */
  assign(moves: readonly SeatMove[]): Promise<unknown>
  /** Let in from the lobby; without ids everybody who waits. */
  admit(seatIds?: readonly string[]): Promise<unknown>
  readSeating(): Promise<SeatingResponse>
  editSeating(change: EditSeatingRequest): Promise<SeatingResponse>
}

/** The calls for one moderator's seat. */
export function seatCalls({ workshopId, token }: Access): SeatCalls {
  const path = `/workshops/${workshopId}`
  return {
    edit: (seatId, body) => callApi('PATCH', `${path}/seats/${seatId}`, { token, body, schema: anything }),
    revoke: (seatId) => callApi('DELETE', `${path}/seats/${seatId}`, { token, schema: anything }),
    assign: (assignments) =>
      callApi('POST', `${path}/seats/assign`, { token, body: { assignments }, schema: anything }),
    admit: (seatIds) =>
      callApi('POST', `${path}/seats/admit`, { token, body: seatIds ? { seatIds } : {}, schema: anything }),
    readSeating: () => callApi('GET', `${path}/assignments`, { token, schema: SeatingResponse }),
    editSeating: (body) => callApi('PUT', `${path}/assignments`, { token, body, schema: SeatingResponse }),
  }
}
