/** How an answer is wanted: as a stream, as soon as there is something, or at once. */
export type ReceiveMode = 'stream' | 'poll' | 'now'

/** Browsers let a page that goes away send this much; more is sent as long as the page lives. */
const MAX_KEEPALIVE_BYTES = 60_000

/** A batch of numbered frames on its way out. */
export interface Batch {
  /** Number of the first frame; the first of a connection is 1. */
  readonly first: number
  /** Entries. */
  readonly body: Uint8Array<ArrayBuffer>
}

/**
 * The four requests of a connection. The secret of the connection travels in a header only, for URLs stand in logs and
 * histories.
 */
export class HttpCalls {
  readonly #openUrl: string
  readonly #baseUrl: string
  readonly #fetch: typeof fetch
  #connection = ''

  /** @param url `ws:`, `wss:`, `http:` or `https:` address of the WebSocket endpoint; the fallback lies below it. */
  constructor(url: URL, fetchFunction: typeof fetch) {
    const base = new URL(url)
    base.protocol = base.protocol.replace(/^ws/, 'http')
    base.hash = ''
    base.pathname = `${base.pathname.replace(/\/+$/, '')}/http`
    this.#openUrl = base.href
    base.search = ''
    this.#baseUrl = base.href
    this.#fetch = fetchFunction
  }

  /** From now on the requests belong to this connection. */
  use(connection: string): void {
    this.#connection = connection
  }

  open(signal: AbortSignal): Promise<Response> {
    return this.#fetch(this.#openUrl, { method: 'POST', cache: 'no-store', redirect: 'error', signal })
  }

  send(
    batch: Batch,
    { received, signal }: { readonly received: number; readonly signal: AbortSignal },
  ): Promise<Response> {
    return this.#post('send', batch, { received, signal })
  }

  receive({ mode, received, signal }: { mode: ReceiveMode; received: number; signal: AbortSignal }): Promise<Response> {
    return this.#fetch(`${this.#baseUrl}/receive`, {
      headers: { ...this.#headers(received), 'tafelrunde-mode': mode },
      cache: 'no-store',
      redirect: 'error',
      signal,
    })
  }

  /** The last request of a connection, with everything that is still unsent; outlives the page if it is small. */
  goodbye(
    batch: Batch,
    { received, signal }: { readonly received: number; readonly signal: AbortSignal },
  ): Promise<Response> {
    return this.#post('close', batch, { received, signal, keepalive: batch.body.length <= MAX_KEEPALIVE_BYTES })
  }

  #post(
    call: 'send' | 'close',
    { first, body }: Batch,
    { received, ...options }: { received: number; signal: AbortSignal; keepalive?: boolean },
  ): Promise<Response> {
    return this.#fetch(`${this.#baseUrl}/${call}`, {
      method: 'POST',
      headers: {
        ...this.#headers(received),
        'tafelrunde-first': String(first),
        'content-type': 'application/octet-stream',
      },
      body,
      cache: 'no-store',
      redirect: 'error',
      ...options,
    })
  }

  #headers(received: number): Record<string, string> {
    return { 'tafelrunde-connection': this.#connection, 'tafelrunde-received': String(received) }
  }
}
