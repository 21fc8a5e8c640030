/** One server-sent event. */
export interface ReadEvent {
  readonly id: string
  readonly event: string
  readonly data: Record<string, unknown>
}

/** A page that listens to a stream of server-sent events and remembers all of them. */
export class EventReader {
  readonly events: ReadEvent[] = []
  isEnded = false
  readonly #abort = new AbortController()
  #waiters: (() => void)[] = []

  static async open(url: string, token: string, headers: Record<string, string> = {}): Promise<EventReader> {
    const reader = new EventReader()
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream', ...headers },
      signal: reader.#abort.signal,
    })
    if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`)
    void reader.#read(response.body)
    return reader
  }

  /** The first event, past or to come, that fits. */
  async first(fits: (event: ReadEvent) => boolean): Promise<ReadEvent> {
    for (;;) {
      const found = this.events.find(fits)
      if (found) return found
      if (this.isEnded) throw new Error(`the stream ended after ${this.events.map(({ event }) => event).join(', ')}`)
      await this.#next()
    }
  }

  async ended(): Promise<void> {
    while (!this.isEnded) await this.#next()
  }

  close(): void {
    this.#abort.abort()
  }

  #next(): Promise<void> {
    return new Promise((resolve) => this.#waiters.push(resolve))
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let buffered = ''
    const decoder = new TextDecoder()
    try {
      for await (const chunk of body) {
        buffered += decoder.decode(chunk, { stream: true })
        const blocks = buffered.split('\n\n')
        buffered = blocks.pop() ?? ''
        for (const block of blocks) this.#take(block)
        this.#wake()
      }
    } catch (cause) {
      if (!this.#abort.signal.aborted) this.events.push({ id: '', event: 'broken', data: { cause: String(cause) } })
    }
    this.isEnded = true
    this.#wake()
  }

  #take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    )
    const event = fields.get('event')
    if (event === undefined) return
    this.events.push({ id: fields.get('id') ?? '', event, data: JSON.parse(fields.get('data') ?? '{}') })
  }

  #wake(): void {
    for (const wake of this.#waiters.splice(0)) wake()
  }
}
