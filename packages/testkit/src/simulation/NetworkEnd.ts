import type { VirtualClock } from './VirtualClock.ts'

/** What one end of a connection knows of its network. */
export interface EndParts {
  readonly clock: VirtualClock
  readonly label: string
  /** How long the next message travels. */
  readonly delayMs: () => number
  /** Whether nothing gets through now. */
  readonly isHeld: () => boolean
  readonly record: (what: string, bytes?: Uint8Array) => void
  readonly onClosed: () => void
}

/** How a connection ended; 1006 for a break without a goodbye. */
export interface NetworkClose {
  readonly code: number
  readonly reason: string
}

interface Travelling {
  readonly arrivesAt: number
  readonly bytes: Uint8Array | null
  readonly close: NetworkClose | null
}

/** A connection that broke, as WebSockets tell it. */
const BROKEN: NetworkClose = { code: 1006, reason: '' }

/**
 * One end of a simulated connection.
 *
 * What is sent arrives at the other end in order, while that is not paused and the network lets it through. `end` says
 * goodbye after what was sent before; a broken connection loses what was under way to it.
 */
export class NetworkEnd {
  onOpen: () => void = () => undefined
  onMessage: (bytes: Uint8Array) => void = () => undefined
  onClose: (close: NetworkClose) => void = () => undefined
  readonly #parts: EndParts
  #peer: NetworkEnd | null = null
  /** What is under way to this end. */
  #arriving: Travelling[] = []
  #arrivingBytes = 0
  #isPaused = false
  #isOpen = false
  #isEnding = false
  #isClosed = false
  #isWaiting = false

  constructor(parts: EndParts) {
    this.#parts = parts
  }

  get label(): string {
    return this.#parts.label
  }
  get isOpen(): boolean {
    return this.#isOpen && !this.#isEnding && !this.#isClosed
  }
  get isClosed(): boolean {
    return this.#isClosed
  }
  get isPaused(): boolean {
    return this.#isPaused
  }

  /** Bytes that the other end has not taken yet. */
  get backlogBytes(): number {
    return this.#peer ? this.#peer.#arrivingBytes : 0
  }

  connectTo(peer: NetworkEnd): void {
    this.#peer = peer
    this.#isOpen = true
  }

  open(): void {
    this.#parts.record('opens')
    this.onOpen()
  }

  send(bytes: Uint8Array): void {
    if (this.isOpen) this.#travel({ bytes: new Uint8Array(bytes), close: null })
  }

  /** Say goodbye after what was sent before. */
  end(close: NetworkClose): void {
    if (this.#isClosed || this.#isEnding) return
    this.#isEnding = true
    if (this.#peer && !this.#peer.#isClosed) this.#travel({ bytes: null, close })
    else this.#close(close)
  }

  /** Take nothing until `resume`; what arrives waits. */
  pause(): void {
    this.#isPaused = true
  }

  resume(): void {
    this.#isPaused = false
    this.wake()
  }

  /** The connection broke here: what was under way to this end is lost. */
  break(): void {
    this.#close(BROKEN)
  }

  /** As `break`, when nobody is left at this end to be told. */
  abandon(): void {
    this.onClose = () => undefined
    this.break()
  }

  /** Look whether something can arrive now. */
  wake(): void {
    const next = this.#arriving[0]
    if (!next || this.#isWaiting || this.#isPaused || this.#isClosed || this.#parts.isHeld()) return
    this.#isWaiting = true
    this.#parts.clock.after(next.arrivesAt - this.#parts.clock.now, () => {
      this.#isWaiting = false
      if (this.#isClosed || this.#isPaused || this.#parts.isHeld()) return
      this.#arrive()
      this.wake()
    })
  }

  #travel(message: { bytes: Uint8Array | null; close: NetworkClose | null }): void {
    const peer = this.#peer
    if (!peer || peer.#isClosed) return
    const before = peer.#arriving.at(-1)?.arrivesAt ?? 0
    const arrivesAt = Math.max(before, this.#parts.clock.now + this.#parts.delayMs())
    peer.#arriving.push({ ...message, arrivesAt })
    peer.#arrivingBytes += message.bytes?.length ?? 0
    peer.wake()
  }

  #arrive(): void {
    const message = this.#arriving.shift()
    if (!message) return
    if (message.bytes) {
      this.#arrivingBytes -= message.bytes.length
      this.#parts.record('gets', message.bytes)
      this.onMessage(message.bytes)
    }
    if (message.close) {
      const peer = this.#peer
      const { close } = message
      if (peer) this.#parts.clock.after(this.#parts.delayMs(), () => peer.#close(close))
      this.#close(close)
    }
  }

  #close(close: NetworkClose): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#arriving.forEach(({ bytes }) => bytes && this.#parts.record('lost'))
    this.#arriving = []
    this.#arrivingBytes = 0
    this.#parts.record(`closed ${close.code} ${close.reason}`)
    this.#parts.onClosed()
    this.onClose(close)
  }
}
