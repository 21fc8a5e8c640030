import { createSource, type Source } from './Source.ts'

/** What can carry the frames between this page and the server. */
export type Transport = 'websocket' | 'http'

const KEY = 'tafelrunde.websocketBlocked'
/** After so long without WebSockets they are tried again: people change networks, proxies change their minds. */
const FIRST_RETRY_MS = 60_000
const LONGEST_RETRY_MS = 15 * 60_000
/** A connection that a proxy cuts off this soon is of no use. */
const SHORT_LIFE_MS = 10_000
const SHORT_LIVES = 2

interface Blocked {
  readonly retryAt: number
  readonly waitMs: number
}

/**
 * What this tab has learned about WebSockets on its way to the server; survives a reload.
 *
 * Blocked means: a WebSocket did not work where plain HTTP did. Without a network neither works, and nothing is
 * learned.
 */
export class TransportChoice {
  /** What carries now, or did last; null before the first connection. */
  readonly carrier: Source<Transport | null>
  private readonly shown = createSource<Transport | null>(null)
  private blocked: Blocked | null = readBlocked()
  private isDoubtful = false
  private shortLives = 0

  constructor() {
    this.carrier = this.shown
  }

  get isBlocked(): boolean {
    return this.blocked !== null
  }

  /** What to begin with. */
  get first(): Transport {
    return this.isBlocked || this.isDoubtful ? 'http' : 'websocket'
  }

  /** Whether it is time to see if WebSockets work again. */
  isRetryDue(now: number): boolean {
    return this.blocked !== null && now >= this.blocked.retryAt
  }

  opened(transport: Transport, { hasWebSocketFailed }: { readonly hasWebSocketFailed: boolean }): void {
    this.shown.set(transport)
    if (transport === 'websocket') this.keep(null)
    else if (hasWebSocketFailed || this.isDoubtful) this.block()
  }

  /** Nothing opened at all. What was blocked may be free on the way that is there next. */
  nothingOpened(): void {
    this.isDoubtful = false
    if (this.blocked) this.blocked = { ...this.blocked, retryAt: 0 }
  }

  /** An open WebSocket lets nothing through; the next connection begins with HTTP and shows whether that does. */
  webSocketIsMute(): void {
    this.isDoubtful = true
  }

  webSocketHeard(): void {
    this.isDoubtful = false
  }

  /** A WebSocket was cut off without a goodbye. */
  webSocketWasCut(livedMs: number): void {
    this.shortLives = livedMs < SHORT_LIFE_MS ? this.shortLives + 1 : 0
    if (this.shortLives < SHORT_LIVES) return
    this.shortLives = 0
    this.isDoubtful = true
  }

  /** A trial has failed; the next one comes later. */
  stillBlocked(now: number): void {
    const waitMs = Math.min(LONGEST_RETRY_MS, (this.blocked?.waitMs ?? FIRST_RETRY_MS) * 2)
    this.keep({ retryAt: now + waitMs, waitMs })
  }

  /** A trial has shown that WebSockets work. */
  free(): void {
    this.isDoubtful = false
    this.keep(null)
  }

  /** The device is in another network, perhaps. */
  networkChanged(): void {
    if (this.blocked) this.keep({ retryAt: 0, waitMs: FIRST_RETRY_MS })
  }

  private block(): void {
    this.isDoubtful = false
    this.keep(this.blocked ?? { retryAt: Date.now() + FIRST_RETRY_MS, waitMs: FIRST_RETRY_MS })
  }

  private keep(blocked: Blocked | null): void {
    this.blocked = blocked
    try {
      if (blocked) sessionStorage.setItem(KEY, JSON.stringify(blocked))
      else sessionStorage.removeItem(KEY)
    } catch {
      // A full storage costs a few seconds after the next reload.
    }
  }
}

function readBlocked(): Blocked | null {
  try {
    const { retryAt, waitMs } = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<Blocked>
    return typeof retryAt === 'number' && typeof waitMs === 'number' ? { retryAt, waitMs } : null
  } catch {
    return null
  }
}
