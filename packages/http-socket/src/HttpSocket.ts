import { endOf } from './answers.ts'
import { Deadline } from './Deadline.ts'
import { HttpCalls } from './HttpCalls.ts'
import { type NetworkMemory, type Pace, Receiving } from './Receiving.ts'
import { Sending } from './Sending.ts'

export type { NetworkMemory, Pace } from './Receiving.ts'

const CONNECTING = 0
const OPEN = 1
const CLOSING = 2
const CLOSED = 3

/** What a WebSocket tells that was closed without a code; 1000 means something else to some users. */
const NO_STATUS = 1005

const OPEN_MS = 10_000

/** The last word is not waited for longer; the page goes on without its answer anyway. */
const GOODBYE_MS = 5_000

/** What a socket can be given beside its address. */
export interface HttpSocketOptions {
  /** Instead of the global `fetch`. */
  readonly fetch?: typeof fetch
  /** Shared by the sockets of a page, so that each new one need not find out what the last one knew. */
  readonly network?: NetworkMemory
}

/**
 * A WebSocket over plain HTTP requests, for networks that let no WebSocket through.
 *
 * Has the surface that users of a WebSocket touch; `binaryType` is always `arraybuffer`, frames are bytes. Opens with
 * one request, holds at most one request for what arrives and one for what is sent. Frames arrive exactly once and in
 * order in both directions while the connection lives; a connection that the server has forgotten closes with 4410, one
 * that gets nothing through for 40 s with 1006. Runs in browsers, also in insecure contexts, and in Node from 24 on.
 */
export class HttpSocket extends EventTarget {
  static readonly CONNECTING = CONNECTING
  static readonly OPEN = OPEN
  static readonly CLOSING = CLOSING
  static readonly CLOSED = CLOSED
  readonly CONNECTING = CONNECTING
  readonly OPEN = OPEN
  readonly CLOSING = CLOSING
  readonly CLOSED = CLOSED
  readonly url: string
  readonly protocol = ''
  readonly extensions = ''
  binaryType = 'arraybuffer' as const
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  onclose: ((event: CloseEvent) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  readonly #calls: HttpCalls
  readonly #life = new AbortController()
  readonly #receiving: Receiving
  readonly #sending: Sending
  #readyState: 0 | 1 | 2 | 3 = CONNECTING

  /** @param url address of the WebSocket endpoint (`ws://…/sync?…`); the fallback is looked for below it */
  constructor(url: string | URL, options: HttpSocketOptions = {}) {
    super()
    this.url = String(url)
    this.#calls = new HttpCalls(new URL(url), options.fetch ?? ((input, init) => fetch(input, init)))
    const life = this.#life.signal
    this.#receiving = new Receiving({
      calls: this.#calls,
      life,
      network: options.network ?? { streamsAgainAt: 0 },
      events: {
        frame: (frame) => this.dispatchEvent(new MessageEvent('message', { data: frame.buffer })),
        ended: (end) => this.#end(end),
      },
    })
    this.#sending = new Sending({
      calls: this.#calls,
      life,
      received: () => this.#receiving.received,
      onTaken: () => this.#receiving.nudge(),
      onEnded: (end) => this.#end(end),
    })
    this.addEventListener('open', (event) => this.onopen?.(event))
    this.addEventListener('message', (event) => this.onmessage?.(event as MessageEvent))
    this.addEventListener('close', (event) => this.onclose?.(event as CloseEvent))
    this.addEventListener('error', (event) => this.onerror?.(event))
    void this.#open()
  }

  get readyState(): 0 | 1 | 2 | 3 {
    return this.#readyState
  }

  /** Bytes that the server has not confirmed to have taken. */
  get bufferedAmount(): number {
    return this.#sending.waitingBytes
  }

  /** `live`: what happens arrives at once. `seldom`: no request is held, the socket asks every `seldomMs`. */
  get pace(): Pace {
    return this.#receiving.pace
  }

  set pace(pace: Pace) {
    this.#receiving.pace = pace
  }

  /** Milliseconds between two requests at the pace `seldom`; 20 s if not set, at most 45 s. */
  set seldomMs(ms: number) {
    this.#receiving.seldomMs = Math.min(ms, 45_000)
  }

  /** @throws DOMException `InvalidStateError` before the socket is open; after its end nothing happens, as with WebSockets */
  send(data: ArrayBuffer | ArrayBufferView): void {
    if (this.#readyState === CONNECTING) throw new DOMException('the socket is not open yet', 'InvalidStateError')
    if (this.#readyState !== OPEN) return
    this.#sending.send(
      data instanceof ArrayBuffer
        ? new Uint8Array(data)
        : new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    )
  }

  /** Send what is unsent and end the connection; the `close` event comes without waiting for the server. */
  close(code = NO_STATUS, reason = ''): void {
    if (this.#readyState >= CLOSING) return
    const wasOpen = this.#readyState === OPEN
    this.#readyState = CLOSING
    this.#life.abort()
    if (wasOpen) void this.#sayGoodbye()
    queueMicrotask(() => this.#closed({ code: wasOpen ? code : 1006, reason, wasClean: wasOpen }))
  }

  async #open(): Promise<void> {
    const deadline = new Deadline(OPEN_MS, this.#life.signal)
    try {
      const response = await this.#calls.open(deadline.signal)
      if (response.status === 201) this.#calls.use(connectionOf(await response.json()))
      else return this.#end(response.status < 400 ? { code: 1006, reason: '' } : await endOf(response))
    } catch {
      return this.#end({ code: 1006, reason: '' })
    } finally {
      deadline.clear()
    }
    if (this.#readyState !== CONNECTING) return
    this.#readyState = OPEN
    this.dispatchEvent(new Event('open'))
    void this.#receiving.run()
    void this.#sending.run()
  }

  /** The connection is over without our doing. */
  #end({ code, reason }: { readonly code: number; readonly reason: string }): void {
    if (this.#readyState >= CLOSING) return
    const wasOpen = this.#readyState === OPEN
    this.#readyState = CLOSING
    this.#life.abort()
    // The server may still hold what cannot be reached from here; others would see a person who is not there.
    if (wasOpen && code === 1006) void this.#sayGoodbye()
    if (!wasOpen || code === 1006) this.dispatchEvent(new Event('error'))
    this.#closed({ code, reason, wasClean: code !== 1006 })
  }

  async #sayGoodbye(): Promise<void> {
    const deadline = new Deadline(GOODBYE_MS, new AbortController().signal)
    const { received } = this.#receiving
    try {
      const response = await this.#calls.goodbye(this.#sending.rest(), { received, signal: deadline.signal })
      await response.body?.cancel()
    } catch {
      // The server finds out by the silence.
    } finally {
      deadline.clear()
    }
  }

  #closed(end: { readonly code: number; readonly reason: string; readonly wasClean: boolean }): void {
    this.#readyState = CLOSED
    this.dispatchEvent(new CloseEvent('close', end))
  }
}

function connectionOf(body: unknown): string {
  const isObject = typeof body === 'object' && body !== null && 'connection' in body
  if (isObject && typeof body.connection === 'string' && /^[\w-]{22}$/.test(body.connection)) return body.connection
  throw new TypeError('the answer names no connection')
}
