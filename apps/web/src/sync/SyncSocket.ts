import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import { AdaptiveSocket, adaptiveSockets, type Carriers } from './AdaptiveSocket.ts'
import { TransportChoice } from './TransportChoice.ts'

/** How long the server may be silent before we ask it something, and how long it may take to answer. */
const SILENCE_MS = 20_000
/** The same while somebody waits for a confirmation. */
const WAITING_SILENCE_MS = 5_000
/** The server bounds how often it is asked. */
const ASK_PAUSE_MS = 4_000
const ANSWER_MS = 6_000
/** After a sleep the connection is dead more often than not. */
const ANSWER_AFTER_SLEEP_MS = 1_200
const CHECK_MS = 1_000
/** A timer that fires so much too late has slept with the device. */
const SLEEP_MS = 6_000
const SILENT_CODE = 4408
const BACK_CODE = 4000

/** How the socket reaches the server, and what belongs to the page around it. */
export interface SyncSocketOptions {
  readonly carriers: Carriers
  /** Whether WebSockets get through now, found out without disturbing the connection. */
  readonly probeWebSocket: (url: string) => Promise<boolean>
  readonly choice?: TransportChoice
}

/**
 * The one socket of a session, for several documents, over a WebSocket or over plain HTTP.
 *
 * 1. Nothing is queued while it is closed: the handshake after reconnecting carries every edit. (The engine's queue
 *    would be confirmed message by message before the handshake is, and the lamp would say saved too early.)
 * 2. A dead connection is found within seconds of waking up or coming online, not after the engine's 30 s.
 * 3. From HTTP it goes back to a WebSocket as soon as those get through again.
 */
export class SyncSocket extends HocuspocusProviderWebsocket {
  /** A message that any server answers; sent when it has been silent for long. */
  probe: (() => Uint8Array | null) | null = null
  /** Whether the server owes a confirmation. */
  isWaiting: (() => boolean) | null = null
  readonly choice: TransportChoice
  private readonly probeWebSocket: SyncSocketOptions['probeWebSocket']
  private answerTimer: ReturnType<typeof setTimeout> | null = null
  private askedAt = 0
  private heardAt = 0
  private isProbing = false
  private checkedAt = Date.now()
  private readonly watch: ReturnType<typeof setInterval>

  constructor(url: string, { carriers, probeWebSocket, choice = new TransportChoice() }: SyncSocketOptions) {
    super({
      url,
      WebSocketPolyfill: adaptiveSockets(choice, carriers),
      delay: 500,
      minDelay: 250,
      maxDelay: 5_000,
      factor: 1.7,
      // This class and the HTTP socket find out sooner; a hidden tab that polls is heard seldom.
      messageReconnectTimeout: 180_000,
    })
    this.choice = choice
    this.probeWebSocket = probeWebSocket
    this.watch = setInterval(() => this.checkAlive(), CHECK_MS)
    if (typeof window !== 'undefined') {
      addEventListener('online', this.onOnline)
      addEventListener('offline', this.onOffline)
      document.addEventListener('visibilitychange', this.onVisible)
    }
  }

  override send(message: unknown): void {
    if (this.webSocket?.readyState === 1) super.send(message)
  }

  override onMessage(event: MessageEvent): void {
    this.heardAt = Date.now()
    super.onMessage(event)
  }

  override destroy(): void {
    clearInterval(this.watch)
    this.stopWaiting()
    if (typeof window !== 'undefined') {
      removeEventListener('online', this.onOnline)
      removeEventListener('offline', this.onOffline)
      document.removeEventListener('visibilitychange', this.onVisible)
    }
    super.destroy()
  }

  private readonly onOnline = (): void => {
    this.choice.networkChanged()
    this.hurry()
  }

  /** Devices are wrong about it at times: an answer counts for more, and where none can be asked for, a new try. */
  private readonly onOffline = (): void => {
    if (this.status !== WebSocketStatus.Connected) return
    if (this.choice.carrier.get() === 'http') this.abandon(SILENT_CODE, 'offline')
    else this.ask(ANSWER_AFTER_SLEEP_MS)
  }

  private readonly onVisible = (): void => {
    if (document.visibilityState === 'visible') this.hurry()
  }

  private hurry(): void {
    if (this.status === WebSocketStatus.Connected) this.ask(ANSWER_AFTER_SLEEP_MS)
    else if (this.shouldConnect) void this.connect()
  }

  private checkAlive(): void {
    const now = Date.now()
    const hasSlept = now - this.checkedAt > SLEEP_MS
    this.checkedAt = now
    if (this.status !== WebSocketStatus.Connected) {
      if (hasSlept) this.hurry()
      return
    }
    if (this.choice.carrier.get() === 'http') return this.tryWebSocket(now)
    const silenceMs = this.isWaiting?.() ? WAITING_SILENCE_MS : SILENCE_MS
    if (hasSlept) this.ask(ANSWER_AFTER_SLEEP_MS)
    else if (now - this.heardAt > silenceMs) this.ask(ANSWER_MS)
  }

  /** The socket over HTTP watches itself: between two of its requests it is silent for good reason. */
  private ask(answerMs: number): void {
    const askedAt = Date.now()
    if (this.answerTimer || askedAt - this.askedAt < ASK_PAUSE_MS || this.choice.carrier.get() === 'http') return
    const message = this.probe?.()
    if (!message) return
    this.askedAt = askedAt
    const asked: unknown = this.webSocket
    this.answerTimer = setTimeout(() => {
      this.answerTimer = null
      // The one that was asked may have broken by itself; the next one owes no answer.
      if (this.webSocket === asked && this.heardAt < askedAt) this.abandon(SILENT_CODE, 'silent')
    }, answerMs)
    this.send(message)
  }

  private stopWaiting(): void {
    if (this.answerTimer) clearTimeout(this.answerTimer)
    this.answerTimer = null
  }

  private abandon(code: number, reason: string): void {
    const socket: unknown = this.webSocket
    if (socket instanceof AdaptiveSocket) socket.abandon(code, reason)
  }

  private tryWebSocket(now: number): void {
    if (this.isProbing || !this.choice.isRetryDue(now) || this.isWaiting?.()) return
    this.isProbing = true
    void this.probeWebSocket(this.url).then((isOpen) => {
      this.isProbing = false
      if (!isOpen) return this.choice.stillBlocked(Date.now())
      this.choice.free()
      this.abandon(BACK_CODE, 'websocket')
    })
  }
}
