import { AppError } from '@tafelrunde/protocol'
import type { SeatId } from '@tafelrunde/schema/plain'
import { hashToken } from '../links/tokens.ts'
import { Listeners } from '../live/Listeners.ts'
import type { Seat, SeatDirectory } from '../seams.ts'
import type { SeatStore, StoredSeat } from './SeatStore.ts'

/**
 * Tokens to seats, read from the store each time, so that a revocation counts from the moment it is on disk.
 * Connections that are open already are told through `onSeatChanged`.
 */
export class LiveSeats implements SeatDirectory {
  readonly #seats: SeatStore
  readonly #listeners = new Listeners<[seatId: SeatId, seat: Seat | null]>()

  constructor(seats: SeatStore) {
    this.#seats = seats
  }

  async seatOfToken(token: string): Promise<Seat> {
    const stored = await this.#seats.byToken(hashToken(token))
    if (!stored) throw new AppError('seat.unknown', 'no seat has this token')
    return admittedSeatOf(stored)
  }

  /** As seatOfToken, for the little that a seat may know of itself while it waits. @throws AppError `seat.unknown` | `seat.revoked` */
  async waitingSeatOfToken(token: string): Promise<Seat> {
    const stored = await this.#seats.byToken(hashToken(token))
    if (!stored) throw new AppError('seat.unknown', 'no seat has this token')
    return livingSeatOf(stored)
  }

  /** @throws AppError `seat.unknown` | `seat.revoked` | `seat.waiting` */
  async seatOfId(id: SeatId): Promise<Seat> {
    const stored = await this.#seats.byId(id)
    if (!stored) throw new AppError('seat.unknown', 'no seat has this id')
    return admittedSeatOf(stored)
  }

  onSeatChanged(listener: (seatId: SeatId, seat: Seat | null) => void): () => void {
    return this.#listeners.add(listener)
  }

  /** Read the seat again and tell everybody who holds a connection of it. */
  async tellChanged(seatId: SeatId): Promise<void> {
    const stored = await this.#seats.byId(seatId)
    const seat = stored && stored.revokedAt === null ? publicSeatOf(stored) : null
    this.#listeners.tell(seatId, seat)
  }

  /** The seat went to another device: connections of the old token end, the new device connects with its own. */
  tellTokenReplaced(seatId: SeatId): void {
    this.#listeners.tell(seatId, null)
  }
}

/** Everything that a seat opens goes through here, so that the lobby has one door. */
function admittedSeatOf(stored: StoredSeat): Seat {
  const seat = livingSeatOf(stored)
  if (seat.isWaiting) throw new AppError('seat.waiting', 'the seat waits in the lobby')
  return seat
}

function livingSeatOf(stored: StoredSeat): Seat {
  if (stored.revokedAt !== null) throw new AppError('seat.revoked', 'the seat was revoked')
  return publicSeatOf(stored)
}

/** A seat without what only its store needs. */
export function publicSeatOf({
  linkId: _linkId,
  joinedAt: _joinedAt,
  revokedAt: _revokedAt,
  ...seat
}: StoredSeat): Seat {
  return seat
}
