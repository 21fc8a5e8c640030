import type { IncomingMessage } from 'node:http'
import type { FrontSocket } from './FrontSocket.ts'
import type { Wire, WireEvents } from './Wire.ts'

/** A WebSocket that was let in by origin and limits; whoever takes it makes its wire at once. */
export interface UpgradedSocket {
  readonly request: IncomingMessage
  /** The bare WebSocket as a wire; `receive` gets each binary message as it came. */
  readonly makeWire: (events: WireEvents) => Wire
}

/** A path that takes WebSockets, registered with `Front.serve`. */
export interface SocketEndpoint {
  /** `path` is without the query. */
  matches(path: string): boolean
  /** Returns the socket that was opened, or null if it was refused and closed. */
  accept(upgraded: UpgradedSocket): FrontSocket | null
}
