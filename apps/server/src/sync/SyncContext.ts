import type { Channel } from '../front/Channel.ts'
import type { FrontSocket } from '../front/FrontSocket.ts'
import type { SeatPermissions } from '../front/seatPermissions.ts'
import type { Seat } from '../seams.ts'

/** What a seat brings along once its token was accepted. */
export interface Admission {
  readonly seat: Seat
  readonly permissions: SeatPermissions
}

/**
 * The engine's context of one connection. `socket` is there from the start, `admission` after the token was accepted,
 * `channel` once the document is open. Edits of the server have none of them.
 */
export interface SyncContext {
  readonly socket?: FrontSocket
  readonly admission?: Admission
  /** Ask again what the seat may do now; loading takes its time, and a freeze or a revocation does not wait for it. */
  readonly admitAgain?: () => Promise<Admission>
  channel?: Channel
  /** The server begins a document; for everybody else what was never written is lost, not new. */
  readonly isBeginning?: boolean
}
