import type { DocumentName } from '@tafelrunde/protocol'
import type { SeatId } from '@tafelrunde/schema/plain'
import type { TokenHash } from '../links/tokens.ts'

/** A ticket as it is made; the ticket itself is known to its maker only. */
export interface NewTicket {
  readonly hash: TokenHash
  readonly seatId: SeatId
  /** Hash of the seat token that asked for it. */
  readonly seatTokenHash: TokenHash
  readonly document: DocumentName
  readonly createdAt: number
}

/** A ticket as it is found, with what has become of its seat's token and link. */
export interface Ticket {
  readonly seatId: SeatId
  readonly document: DocumentName
  readonly createdAt: number
  /** When it was accepted for the first time. */
  readonly connectedAt: number | null
  /** False once the seat was recovered on another device. */
  readonly isSeatTokenCurrent: boolean
  /** Whether the link through which the seat was taken was revoked after the ticket was made. */
  readonly isLinkRevoked: boolean
}

/** How many tickets one seat may have, and which are thrown away when a new one is made. */
export interface TicketLimits {
  /** More tickets than this since `countedSince` are refused. */
  readonly perSeat: number
  readonly countedSince: number
  /** Beyond this, the seat's oldest ticket goes. */
  readonly keptPerSeat: number
  /** Tickets made before this that were never connected go. */
  readonly unusedBefore: number
  /** Tickets made before this go. */
  readonly madeBefore: number
}

/**
 * Where sync tickets are kept.
 *
 * [TI1] A stored ticket is found by its hash, with its seat, document and times; another hash finds nothing.
 * [TI2] `add` refuses the ticket that would exceed the seat's rate, also when many are added at once.
 * [TI3] `add` throws away what is too old, of all seats, and the oldest tickets of a seat that has too many.
 * [TI4] `connected` keeps the first time.
 * [TI5] A ticket knows when its seat's token was replaced, and when its link was revoked after it was made.
 */
export interface TicketStore {
  /** False: the seat has made too many. */
  add(ticket: NewTicket, limits: TicketLimits): Promise<boolean>
  byHash(hash: TokenHash): Promise<Ticket | null>
  connected(hash: TokenHash, at: number): Promise<void>
}
