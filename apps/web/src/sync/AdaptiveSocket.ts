import type { Transport, TransportChoice } from './TransportChoice.ts'

/** What a WebSocket and the socket over HTTP have in common; all that is used here. */
export interface CarrierSocket {
  binaryType: string
  readonly readyState: number
  send(data: Uint8Array<ArrayBuffer>): void
  close(code?: number, reason?: string): void
  addEventListener(type: string, listener: (event: Event) => void): void
}

/** How carriers are made; a parameter, so that tests need no network. */
export interface Carriers {
  readonly webSocket: (url: string) => CarrierSocket
  /** Loads its code on first use. */
  readonly http: (url: string) => Promise<CarrierSocket>
}

/** A WebSocket that is not open by then is joined by HTTP; whatever opens first carries. */
const HEAD_START_MS = 4_000
const OPEN_TIMEOUT_MS = 15_000
/** An open WebSocket over which nothing has ever come for so long after we said something lets nothing through. */
const MUTE_MS = 6_000

const CONNECTING = 0
const OPEN = 1
const CLOSING = 2
const CLOSED = 3
/** What browsers say of a connection that broke. */
const ABNORMAL = 1006
const MUTE_CODE = 4408

/**
 * One connection to the server, over a WebSocket or, where that does not work, over plain HTTP. To the provider it is
 * a WebSocket (its `WebSocketPolyfill`).
 *
 * 1. Carries over one transport for its whole life. When that one breaks, this socket closes and the provider opens
 *    another, whose handshake brings what was typed meanwhile: nothing is sent over two carriers.
 * 2. An open WebSocket that lets nothing through is closed like a broken one.
 * 3. `close` and `abandon` are told at once, however long the carrier takes to say goodbye.
 */
export class AdaptiveSocket extends EventTarget {
  binaryType = 'arraybuffer'
  readyState = CONNECTING
  private readonly url: string
  private readonly choice: TransportChoice
  private readonly carriers: Carriers
  private readonly trying = new Map<Transport, CarrierSocket | null>()
  private readonly failed = new Set<Transport>()
  private readonly timers = new Set<ReturnType<typeof setTimeout>>()
  private carrier: CarrierSocket | null = null
  private transport: Transport | null = null
  private muteTimer: ReturnType<typeof setTimeout> | null = null
  private hasHeard = false
  private openedAt = 0

  constructor(url: string, choice: TransportChoice, carriers: Carriers) {
    super()
    this.url = url
    this.choice = choice
    this.carriers = carriers
    const { first } = choice
    this.attempt(first)
    if (first === 'websocket') this.later(HEAD_START_MS, () => this.startHttp({ isLate: true }))
    this.later(OPEN_TIMEOUT_MS, () => this.giveUp())
  }

  send(data: Uint8Array<ArrayBuffer>): void {
    if (this.readyState !== OPEN) return
    this.carrier?.send(data)
    if (this.hasHeard || this.muteTimer || this.transport !== 'websocket') return
    this.muteTimer = this.later(MUTE_MS, () => {
      this.choice.webSocketIsMute()
      this.abandon(MUTE_CODE, 'mute')
    })
  }

  close(code?: number, reason?: string): void {
    this.end(code ?? 1000, reason ?? '')
  }

  /** Drop the connection without waiting for anybody. */
  abandon(code: number, reason: string): void {
    this.end(code, reason)
  }

  private attempt(transport: Transport): void {
    if (this.trying.has(transport)) return
    this.trying.set(transport, null)
    const making = transport === 'websocket' ? this.makeWebSocket() : this.carriers.http(this.url)
    making.then(
      (carrier) => this.take(transport, carrier),
      () => this.carrierFailed(transport),
    )
  }

  /** Browsers throw where a policy forbids WebSockets. */
  private async makeWebSocket(): Promise<CarrierSocket> {
    return this.carriers.webSocket(this.url)
  }

  private startHttp({ isLate }: { readonly isLate: boolean }): void {
    if (this.readyState !== CONNECTING) return
    if (isLate) this.failed.add('websocket')
    this.attempt('http')
  }

  private take(transport: Transport, carrier: CarrierSocket): void {
    if (this.readyState !== CONNECTING) return carrier.close()
    carrier.binaryType = 'arraybuffer'
    this.trying.set(transport, carrier)
    carrier.addEventListener('open', () => this.carrierOpened(transport, carrier))
    carrier.addEventListener('message', (event) => this.heard(carrier, event as MessageEvent))
    carrier.addEventListener('close', (event) => this.carrierClosed(transport, carrier, event as CloseEvent))
    // A close event follows, which is what counts.
    carrier.addEventListener('error', () => undefined)
  }

  private carrierOpened(transport: Transport, carrier: CarrierSocket): void {
    if (this.readyState !== CONNECTING) return carrier.close()
    this.clearTimers()
    this.carrier = carrier
    this.transport = transport
    for (const [other, socket] of this.trying) if (other !== transport) socket?.close()
    this.readyState = OPEN
    this.openedAt = Date.now()
    this.choice.opened(transport, { hasWebSocketFailed: this.failed.has('websocket') })
    this.dispatchEvent(new Event('open'))
  }

  private heard(carrier: CarrierSocket, event: MessageEvent): void {
    if (carrier !== this.carrier || this.readyState !== OPEN) return
    if (!this.hasHeard) {
      this.hasHeard = true
      this.clearTimers()
      if (this.transport === 'websocket') this.choice.webSocketHeard()
    }
    this.dispatchEvent(new MessageEvent('message', { data: event.data }))
  }

  private carrierClosed(transport: Transport, carrier: CarrierSocket, event: CloseEvent): void {
    if (this.readyState === CONNECTING) return this.carrierFailed(transport)
    if (carrier !== this.carrier || this.readyState === CLOSED) return
    if (transport === 'websocket' && event.code === ABNORMAL) this.choice.webSocketWasCut(Date.now() - this.openedAt)
    this.end(event.code, event.reason)
  }

  private carrierFailed(transport: Transport): void {
    if (this.readyState !== CONNECTING) return
    this.failed.add(transport)
    if (transport === 'websocket') this.startHttp({ isLate: false })
    else this.attempt('websocket')
    if (this.failed.size === 2 && this.allGone()) this.giveUp()
  }

  /** A WebSocket that was only late may still open. */
  private allGone(): boolean {
    return [...this.trying.values()].every((carrier) => carrier === null || carrier.readyState >= CLOSING)
  }

  private giveUp(): void {
    this.choice.nothingOpened()
    this.end(ABNORMAL, '')
  }

  private end(code: number, reason: string): void {
    if (this.readyState === CLOSED) return
    this.readyState = CLOSED
    this.clearTimers()
    const ending = code === 1000 || code >= 3000 ? code : 1000
    for (const carrier of this.trying.values()) {
      if (carrier && carrier.readyState < CLOSING) carrier.close(ending, ending === code ? reason : '')
    }
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason, wasClean: code === 1000 }))
  }

  private later(ms: number, run: () => void): ReturnType<typeof setTimeout> {
    const timer = setTimeout(run, ms)
    this.timers.add(timer)
    return timer
  }

  private clearTimers(): void {
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
  }
}

/** A WebSocket class for the provider whose every instance chooses its way anew. */
export function adaptiveSockets(choice: TransportChoice, carriers: Carriers): new (url: string) => AdaptiveSocket {
  return class extends AdaptiveSocket {
    constructor(url: string) {
      super(url, choice, carriers)
    }
  }
}
