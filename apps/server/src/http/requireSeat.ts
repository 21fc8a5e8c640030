import { AppError, isModerating } from '@tafelrunde/protocol'
import type { FastifyRequest } from 'fastify'
import type { Seat, SeatDirectory } from '../seams.ts'
import type { LiveSeats } from '../seats/LiveSeats.ts'

/** The bearer token of a request. @throws AppError `token.missing` */
export function bearerTokenOf(request: FastifyRequest): string {
  const match = /^Bearer ([A-Za-z0-9_-]{1,100})$/i.exec(request.headers.authorization ?? '')
  if (!match) throw new AppError('token.missing', 'the call needs the header "authorization: Bearer <token>"')
  return match[1] as string
}

/** The seat that makes the request. @throws AppError `token.missing` | `seat.unknown` | `seat.revoked` | `seat.waiting` */
export function requireSeat(seats: SeatDirectory, request: FastifyRequest): Promise<Seat> {
  return seats.seatOfToken(bearerTokenOf(request))
}

/** The seat that makes the request, also while it waits in the lobby: only for what a seat may know of itself. */
export function requireWaitingSeat(seats: LiveSeats, request: FastifyRequest): Promise<Seat> {
  return seats.waitingSeatOfToken(bearerTokenOf(request))
}

/**
 * The seat, if it belongs to the workshop of the address. A workshop of others and one that does not exist look alike.
 *
 * @throws AppError as requireSeat, or `seat.notAllowed`
 */
export async function requireMember(seats: SeatDirectory, request: FastifyRequest): Promise<Seat> {
  const seat = await requireSeat(seats, request)
  const { id } = request.params as { id?: string }
  if (seat.workshopId !== id) throw new AppError('seat.notAllowed', 'the seat belongs to another workshop')
  return seat
}

/** The seat, if it moderates the workshop of the address. @throws AppError as requireMember */
export async function requireModerator(seats: SeatDirectory, request: FastifyRequest): Promise<Seat> {
  const seat = await requireMember(seats, request)
  if (!isModerating(seat.role)) throw new AppError('seat.notAllowed', 'the call is for moderators')
  return seat
}
