import type { ErrorCode } from '@tafelrunde/protocol'

/**
 * What a FrontSocket needs from the transport that carries its frames (WebSocket, HTTP fallback, y-websocket dialect).
 *
 * Frames are always those of the Hocuspocus protocol, with address; a dialect translates at its own edge.
 */
export interface Wire {
  readonly isOpen: boolean
  /** Backlog that the reader has not taken, bytes. */
  readonly backlogBytes: number
  send(frame: Uint8Array): void
  /** May be left out for a reader that is behind. */
  sendPresence(frame: Uint8Array): void
  readonly isPaused: boolean
  pause(): void
  resume(): void
  /** Close with the error's close code and the code as the reason, after what was sent before. */
  end(code: ErrorCode): void
  /** Cut off. */
  terminate(): void
  /** Ask for a sign of life below the protocol, where there is one; the answer is received as `PONG`. */
  ping?(): void
  /** A client that is silent for this long is dead; HTTP polls come more seldom than pongs. */
  readonly silenceMs: number
}

/** What a transport calls on its socket. */
export interface WireEvents {
  receive(frame: Uint8Array): void
  /** `isCutOff`: the client did not say that it leaves; its network is gone, or it was silent for too long. */
  closed(isCutOff?: boolean): void
}
