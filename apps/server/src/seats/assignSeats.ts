import { AppError, type AssignSeatsRequest } from '@tafelrunde/protocol'
import type { GroupId, RunState, SeatId } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { breakoutGroups } from './groupChoices.ts'
import type { SeatMove, StoredSeat } from './SeatStore.ts'

type Parts = Pick<ServerParts, 'seats' | 'runStates' | 'liveSeats' | 'audit' | 'news' | 'log' | 'now'>

/**
 * Move many seats at once, as a moderator: all of them or none. Moving is not bound by the size of the groups.
 *
 * @throws AppError `group.unknown` | `request.notFound` | `seat.notAllowed` | `request.malformed`
 */
export async function assignSeats(parts: Parts, moderator: Seat, request: AssignSeatsRequest): Promise<void> {
  const { workshopId } = moderator
  const run = await parts.runStates.load(workshopId)
  const moves = request.assignments.map((move): SeatMove => ({
    seatId: move.seatId as SeatId,
    groupId: move.groupId as GroupId | null,
  }))
  for (const { groupId } of moves) if (groupId !== null) assertGroup(run, groupId)
  if (new Set(moves.map(({ seatId }) => seatId)).size !== moves.length) {
    throw new AppError('request.malformed', 'assignments: a seat stands there twice')
  }
  const seats = new Map((await parts.seats.list(workshopId)).map((seat) => [seat.id, seat]))
  const real = moves.filter(({ seatId, groupId }) => movable(seats, seatId).groupId !== groupId)
  await moveSeats(parts, moderator, real)
}

/** Moves that were checked: on disk together, then everybody is told, then it is remembered who did it. */
export async function moveSeats(parts: Parts, moderator: Seat, moves: readonly SeatMove[]): Promise<void> {
  if (moves.length === 0) return
  const { workshopId } = moderator
  await parts.seats.assign(workshopId, moves)
  await Promise.all(moves.map(({ seatId }) => parts.liveSeats.tellChanged(seatId)))
  parts.news.tell(workshopId, 'seats')
  const details = { seats: moves.length, moves: moves.map(({ seatId, groupId }) => `${seatId}>${groupId}`).join(' ') }
  await parts.audit.append({ workshopId, seatId: moderator.id, at: parts.now(), event: 'seats.assigned', details })
  parts.log.info('seats.assigned', { workshopId, seats: moves.length })
}

/** @throws AppError `group.unknown` */
export function assertGroup(run: RunState, groupId: string): void {
  const isKnown = breakoutGroups(run).some(({ id }) => id === (groupId as GroupId))
  if (!isKnown) throw new AppError('group.unknown', 'the workshop has no such group')
}

function movable(seats: ReadonlyMap<SeatId, StoredSeat>, seatId: SeatId): StoredSeat {
  const seat = seats.get(seatId)
  if (!seat) throw new AppError('request.notFound', 'the workshop has no such seat')
  if (!belongsToGroups(seat)) throw new AppError('seat.notAllowed', 'only participants and scribes change groups')
  return seat
}

/** Whether the seat is one of those that groups are made of. */
export function belongsToGroups({ role }: Pick<Seat, 'role'>): boolean {
  return role === 'participant' || role === 'scribe'
}
