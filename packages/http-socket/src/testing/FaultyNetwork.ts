import type { FakeServer } from './FakeServer.ts'

/** What happens to one request. */
export type Fate = 'passes' | 'is lost' | 'loses its answer' | 'comes twice' | 'comes late' | 'is cut'

/** A `fetch` to a fake server through a network whose faults somebody else decides. */
export class FaultyNetwork {
  /** How often each fate has come true. */
  readonly fates = new Map<Fate, number>()
  /** Requests without an end. */
  open = 0
  readonly #server: FakeServer
  readonly #decide: (url: URL) => Fate
  readonly #cutAt: () => number
  #late: (() => void)[] = []

  constructor(server: FakeServer, decide: (url: URL) => Fate = () => 'passes', cutAt: () => number = () => 1) {
    this.#server = server
    this.#decide = decide
    this.#cutAt = cutAt
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const fate = this.#decide(url)
    this.fates.set(fate, (this.fates.get(fate) ?? 0) + 1)
    this.open += 1
    try {
      return await this.#carry(url, { init: init ?? {}, fate })
    } finally {
      this.open -= 1
    }
  }

  async #carry(url: URL, { init, fate }: { init: RequestInit; fate: Fate }): Promise<Response> {
    const signal = init.signal ?? new AbortController().signal
    signal.throwIfAborted()
    const body = init.body instanceof Uint8Array ? init.body.slice() : new Uint8Array()
    const arrive = (): Response =>
      this.#server.handle(init.method ?? 'GET', url, { headers: new Headers(init.headers), body })
    // One turn on the way, so that others can overtake.
    await new Promise<void>((resolve) => setTimeout(resolve, 1))
    signal.throwIfAborted()
    if (fate === 'comes late') {
      this.#late.push(arrive)
      throw new TypeError('the connection was cut; the request is still on its way')
    }
    if (fate === 'is lost') throw new TypeError('the connection was cut')
    if (fate === 'comes twice') void arrive().body?.cancel()
    const response = arrive()
    for (const arriveLate of this.#late.splice(0)) arriveLate()
    if (fate === 'loses its answer') {
      await response.body?.cancel()
      throw new TypeError('the connection was cut before the answer came')
    }
    return response.body
      ? this.#answer(response, { signal, cutAfter: fate === 'is cut' ? this.#cutAt() : Infinity })
      : response
  }

  /** The answer, cut off after some bytes or when the client gives up. */
  #answer(response: Response, { signal, cutAfter }: { signal: AbortSignal; cutAfter: number }): Response {
    const reader = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader()
    let left = cutAfter
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        start: (controller) => {
          signal.addEventListener('abort', () => {
            void reader.cancel()
            controller.error(new DOMException('aborted', 'AbortError'))
          })
        },
        pull: async (controller) => {
          const { done, value } = await reader.read()
          if (signal.aborted) return
          if (done) return controller.close()
          if (left > 0) controller.enqueue(value.subarray(0, left))
          left -= value.length
          if (left > 0) return
          void reader.cancel()
          controller.error(new TypeError('the connection was cut within the answer'))
        },
      },
      { highWaterMark: 0 },
    )
    return new Response(body, { status: response.status, headers: response.headers })
  }
}
