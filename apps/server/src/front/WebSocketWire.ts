import { ERRORS, type ErrorCode } from '@tafelrunde/protocol'
import type { WebSocket } from 'ws'
import { PONG } from './frames.ts'
import type { Outbox } from './Outbox.ts'
import type { Wire, WireEvents } from './Wire.ts'

/** A client that is silent for this long is gone; it answers a ping every 15 s. */
const SILENCE_MS = 45_000

/** RFC 6455: the connection ended without a close frame. */
const NO_GOODBYE = 1006

/** Time for a client's answer to a close frame, and for a slow reader to take what was sent before it. */
const CLOSE_TIMEOUT_MS = 3_000

/** A reader that is behind hears other things than pongs. */
const MAX_BACKLOG_FOR_PONG = 128 * 1024

/** A WebSocket as a wire: `ws` reads and closes, the outbox writes. */
export class WebSocketWire implements Wire {
  readonly silenceMs = SILENCE_MS
  readonly #ws: WebSocket
  readonly #outbox: Outbox

  constructor(parts: { ws: WebSocket; outbox: Outbox; events: WireEvents }) {
    const { ws, events } = parts
    this.#ws = ws
    this.#outbox = parts.outbox
    ws.on('message', (data: Buffer, isBinary: boolean) => {
      if (isBinary) events.receive(data)
      else this.end('update.malformed')
    })
    // Counted like frames, and answered only to whoever takes the answers: they would pile up without bound.
    ws.on('ping', (data: Buffer) => {
      events.receive(PONG)
      if (this.isOpen && this.backlogBytes < MAX_BACKLOG_FOR_PONG) ws.pong(data)
    })
    ws.on('pong', () => events.receive(PONG))
    ws.on('close', (code: number) => events.closed(code === NO_GOODBYE))
    ws.on('error', () => ws.terminate())
  }

  /** Nothing may follow a close frame on the wire. */
  get isOpen(): boolean {
    return this.#ws.readyState === this.#ws.OPEN
  }

  get backlogBytes(): number {
    return this.#outbox.backlogBytes
  }

  send(frame: Uint8Array): void {
    if (this.isOpen) this.#outbox.send(frame)
  }

  sendPresence(frame: Uint8Array): void {
    if (this.isOpen) this.#outbox.sendPresence(frame)
  }

  get isPaused(): boolean {
    return this.#ws.isPaused
  }

  pause(): void {
    this.#ws.pause()
  }

  resume(): void {
    if (this.#ws.isPaused) this.#ws.resume()
  }

  ping(): void {
    if (this.isOpen) this.#ws.ping()
  }

  end(code: ErrorCode): void {
    if (!this.isOpen) return
    this.#outbox.uncork()
    this.#ws.close(ERRORS[code].close, code)
    // Or the client's answer would never be read.
    this.resume()
    const timeout = setTimeout(() => this.#ws.terminate(), CLOSE_TIMEOUT_MS).unref()
    this.#ws.once('close', () => clearTimeout(timeout))
  }

  terminate(): void {
    this.#ws.terminate()
  }
}
