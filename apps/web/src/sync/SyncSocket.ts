import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'

/** How long the server may be silent before we ask it something, and how long it may take to answer. */
const SILENCE_MS = 20_000
const ANSWER_MS = 6_000
const CHECK_MS = 1_000
/** A timer that fires so much too late has slept with the device. */
const SLEEP_MS = 6_000

/**
 * The one socket of a session, for several documents.
 *
 * 1. Nothing is queued while it is closed: the handshake after reconnecting carries every edit. (The engine's queue
 *    would be confirmed message by message before the handshake is, and the lamp would say saved too early.)
 * 2. A dead connection is found within seconds of waking up or coming online, not after the engine's 30 s.
 */
export class SyncSocket extends HocuspocusProviderWebsocket {
  /** A message that any server answers; sent when it has been silent for long. */
  probe: (() => Uint8Array | null) | null = null
  private askedAt: number | null = null
  private checkedAt = Date.now()
  private readonly watch: ReturnType<typeof setInterval>

  constructor(url: string) {
    super({ url, delay: 500, minDelay: 250, maxDelay: 5_000, factor: 1.7, messageReconnectTimeout: 90_000 })
    this.watch = setInterval(() => this.checkAlive(), CHECK_MS)
    if (typeof window !== 'undefined') {
      addEventListener('online', this.hurry)
      document.addEventListener('visibilitychange', this.onVisible)
    }
  }

  override send(message: unknown): void {
    if (this.webSocket?.readyState === 1) super.send(message)
  }

  override destroy(): void {
    clearInterval(this.watch)
    if (typeof window !== 'undefined') {
      removeEventListener('online', this.hurry)
      document.removeEventListener('visibilitychange', this.onVisible)
    }
    super.destroy()
  }

  private readonly hurry = (): void => {
    if (this.status === WebSocketStatus.Connected) this.ask()
    else if (this.shouldConnect) void this.connect()
  }

  private readonly onVisible = (): void => {
    if (document.visibilityState === 'visible') this.hurry()
  }

  private checkAlive(): void {
    const now = Date.now()
    const hasSlept = now - this.checkedAt > SLEEP_MS
    this.checkedAt = now
    if (this.status !== WebSocketStatus.Connected) {
      this.askedAt = null
      if (hasSlept) this.hurry()
      return
    }
    if (this.askedAt !== null && this.lastMessageReceived >= this.askedAt) this.askedAt = null
    if (this.askedAt !== null && now - this.askedAt > ANSWER_MS) {
      this.askedAt = null
      // The engine's own way to drop a connection whose close event may never come.
      this.onClose({ event: { code: 4408, reason: 'silent' } as CloseEvent })
      return
    }
    if (hasSlept || now - this.lastMessageReceived > SILENCE_MS) this.ask()
  }

  private ask(): void {
    const message = this.askedAt === null ? this.probe?.() : null
    if (!message) return
    this.askedAt = Date.now()
    this.send(message)
  }
}
