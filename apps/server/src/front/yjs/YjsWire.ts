import { encodeRefusalMessage, isErrorCode, parseRefusalMessage, type ErrorCode } from '@tafelrunde/protocol'
import { PING, PONG, statelessFrame } from '../frames.ts'
import type { UpgradedSocket } from '../SocketEndpoint.ts'
import type { Wire, WireEvents } from '../Wire.ts'
import { deniedMessage, frameOf, MESSAGE, NOTHING_NEW, type Meaning } from './dialect.ts'
import { Echoes } from './Echoes.ts'

/** What is the same for all wires of this protocol. */
export interface YjsWireHost {
  /** Translate a frame; receivers of one broadcast get the same message. */
  meaningOf(frame: Uint8Array): Meaning | null
  /** How long to wait before a refused connection with this ticket is closed. */
  refused(ticket: string): number
}

/**
 * A client of the y-websocket protocol as a wire.
 *
 * It has one document, knows no acknowledgement, no announcement and no reason but the one with which it is closed.
 */
export class YjsWire implements Wire {
  readonly #wire: Wire
  readonly #parts: { readonly host: YjsWireHost; readonly address: string; readonly ticket: string }
  readonly #events: WireEvents
  readonly #echoes = new Echoes()
  #refusal: ErrorCode | null = null
  #closing: NodeJS.Timeout | null = null

  constructor(parts: {
    readonly upgraded: UpgradedSocket
    readonly events: WireEvents
    readonly host: YjsWireHost
    readonly address: string
    readonly ticket: string
  }) {
    this.#parts = parts
    this.#events = parts.events
    this.#wire = parts.upgraded.makeWire({
      receive: (message) => this.#receive(message),
      closed: (isCutOff) => {
        if (this.#closing) clearTimeout(this.#closing)
        parts.events.closed(isCutOff)
      },
    })
  }

  get silenceMs(): number {
    return this.#wire.silenceMs
  }

  /** Nothing follows a refusal, though the socket may be open a while longer. */
  get isOpen(): boolean {
    return this.#refusal === null && this.#wire.isOpen
  }

  get backlogBytes(): number {
    return this.#wire.backlogBytes
  }

  get isPaused(): boolean {
    return this.#wire.isPaused
  }

  send(frame: Uint8Array): void {
    if (frame === PING) return this.#keepAwake()
    const meaning = this.#parts.host.meaningOf(frame)
    if (!meaning) return
    if ('message' in meaning) this.#wire.send(meaning.message)
    else if ('awareness' in meaning) this.#tell(meaning, (message) => this.#wire.send(message))
    else if ('refusal' in meaning) this.refuse(isErrorCode(meaning.refusal) ? meaning.refusal : 'internal')
    else this.#answerFor(meaning.stateless)
  }

  sendPresence(frame: Uint8Array): void {
    const meaning = this.#parts.host.meaningOf(frame)
    if (meaning && 'awareness' in meaning) this.#tell(meaning, (message) => this.#wire.sendPresence(message))
  }

  /** Say why, take and send nothing more, close. */
  refuse(code: ErrorCode): void {
    if (!this.isOpen) return
    this.#wire.send(deniedMessage(code))
    this.#refusal = code
    const waitMs = this.#parts.host.refused(this.#parts.ticket)
    if (waitMs === 0) this.#wire.end(code)
    else this.#closing = setTimeout(() => this.#wire.end(code), waitMs)
  }

  pause(): void {
    this.#wire.pause()
  }

  resume(): void {
    this.#wire.resume()
  }

  end(code: ErrorCode): void {
    this.#wire.end(this.#refusal ?? code)
  }

  terminate(): void {
    this.#wire.terminate()
  }

  #tell(
    { awareness, entries }: Extract<Meaning, { awareness: Uint8Array }>,
    send: (message: Uint8Array) => void,
  ): void {
    this.#echoes.tell(entries, awareness.length)
    send(awareness)
  }

  #receive(message: Uint8Array): void {
    if (message === PONG) return this.#events.receive(PONG)
    if (message[0] === MESSAGE.awareness && this.#echoes.has(message)) return this.#events.receive(PONG)
    const frame = frameOf(this.#parts.address, message)
    if (frame) this.#events.receive(frame)
    else this.end('update.malformed')
  }

  /** The client hangs up when it has heard nothing for 30 s; one that types nothing says nothing of its own. */
  #keepAwake(): void {
    this.#wire.send(NOTHING_NEW)
    this.#wire.ping?.()
  }

  /** The client does not know that writing ends and would keep everybody waiting for its answer. */
  #answerFor(payload: string): void {
    const message = parseRefusalMessage(payload)
    if (message?.type !== 'writing.ending') return
    const answer = encodeRefusalMessage({ type: 'writing.flushed', id: message.id })
    queueMicrotask(() => this.#events.receive(statelessFrame(this.#parts.address, answer)))
  }
}
