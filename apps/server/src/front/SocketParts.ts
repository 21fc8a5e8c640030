import type { SeatId } from '@tafelrunde/schema/plain'
import type { FrontSocket } from './FrontSocket.ts'
import type { SeatBudget } from './SeatBudget.ts'
import type { Wire, WireEvents } from './Wire.ts'

/** The engine's end of a socket. */
export interface Engine {
  handleMessage(frame: Uint8Array): void
  handleClose(event: { code: number; reason: string }): void
}

/** What a client has said about itself before its first frame. */
export interface SocketAbout {
  /** Version of the document schema that it speaks; null when it does not say. */
  readonly schemaVersion: number | null
}

/** What a socket needs from whoever keeps all of them. */
export interface SocketHost {
  /** A frame has come in before a token was accepted. */
  heard(socket: FrontSocket, bytes: number): void
  /** A token was accepted. */
  admitted(socket: FrontSocket): void
  /** The seat is known; returns what it may spend. */
  seated(socket: FrontSocket, seatId: SeatId): SeatBudget
  /** Its budget is used up. */
  exhausted(socket: FrontSocket): void
  closed(socket: FrontSocket): void
}

/** What a socket is made of. */
export interface FrontSocketParts {
  readonly makeWire: (events: WireEvents) => Wire
  readonly about: SocketAbout
  readonly host: SocketHost
}
