import type { Duplex } from 'node:stream'

/** The last resort of every wire: `SlowReader` keeps a reader far below it. */
export const MAX_BACKLOG_BYTES = 16 * 1024 * 1024

/** Beyond this, presence is left out: the next tick brings newer positions anyway. */
const MAX_BACKLOG_FOR_PRESENCE = 128 * 1024

/** A turn ends within milliseconds. If it has not, its end was lost to an error, and the next send makes another one. */
const LOST_AFTER_MS = 1_000

/**
 * Gathers what a turn of the event loop sends to many sockets and lets each socket write once.
 *
 * Socket writes are half of the cost of an edit: with one writev per socket and turn, and one framed buffer shared by
 * all receivers of a broadcast, they stay flat while people type at the same time.
 */
export class OutboxTurn {
  #written: Outbox[] = []
  #lastPayload: Uint8Array | null = null
  #lastFrame: Uint8Array | null = null
  #endsSince = 0

  /** Frame of a payload; the receivers of one broadcast get the same buffer. */
  frame(payload: Uint8Array): Uint8Array {
    if (this.#written.length > 0 && performance.now() - this.#endsSince > LOST_AFTER_MS) this.#end()
    if (payload !== this.#lastPayload || !this.#lastFrame) {
      this.#lastFrame = binaryFrame(payload)
      this.#lastPayload = payload
    }
    return this.#lastFrame
  }

  /** Remember an outbox that has something for the end of this turn. */
  add(outbox: Outbox): void {
    this.#written.push(outbox)
    if (this.#written.length === 1) this.#end()
  }

  flush(): void {
    const written = this.#written
    this.#written = []
    this.#lastPayload = null
    this.#lastFrame = null
    for (const outbox of written) outbox.uncork()
  }

  #end(): void {
    this.#endsSince = performance.now()
    setImmediate(() => this.flush())
  }
}

/** The way out to one socket: corked per turn, bounded. */
export class Outbox {
  readonly #socket: Duplex
  readonly #turn: OutboxTurn
  readonly #onStalled: () => void
  #isCorked = false

  constructor(socket: Duplex, turn: OutboxTurn, onStalled: () => void) {
    this.#socket = socket
    this.#turn = turn
    this.#onStalled = onStalled
  }

  /** What the reader has not taken yet. */
  get backlogBytes(): number {
    return this.#socket.writableLength
  }

  send(payload: Uint8Array): void {
    if (this.#socket.destroyed || this.#socket.writableEnded) return
    if (this.#socket.writableLength > MAX_BACKLOG_BYTES) return this.#onStalled()
    if (!this.#isCorked) {
      this.#isCorked = true
      this.#socket.cork()
      this.#turn.add(this)
    }
    this.#socket.write(this.#turn.frame(payload))
  }

  /** Presence is left out for a reader that is behind. */
  sendPresence(payload: Uint8Array): void {
    if (this.#socket.writableLength <= MAX_BACKLOG_FOR_PRESENCE) this.send(payload)
  }

  /** Let the socket write what it has; called at the end of the turn, and before the socket is closed. */
  uncork(): void {
    if (!this.#isCorked) return
    this.#isCorked = false
    this.#socket.uncork()
  }
}

/** A final, unmasked, uncompressed binary frame of RFC 6455. */
function binaryFrame(payload: Uint8Array): Uint8Array {
  const length = payload.length
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = 0x82
  if (head === 2) {
    frame[1] = length
  } else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeUInt32BE(Math.floor(length / 2 ** 32), 2)
    frame.writeUInt32BE(length >>> 0, 6)
  }
  frame.set(payload, head)
  return frame
}
