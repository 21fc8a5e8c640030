import { closeEntry, EntryReader, frameEntry, keepAliveEntry } from '../codec.ts'

interface Waiting {
  readonly isStream: boolean
  /** Number of the last frame that was written into this answer. */
  written: number
  readonly body: ReadableStreamDefaultController<Uint8Array>
}

const OCTETS = { 'content-type': 'application/octet-stream' }

/** The server's half of the protocol, in memory: numbered frames, one answer at a time. */
export class FakeServer {
  /** Everything that has arrived, in order. */
  readonly taken: number[] = []
  /** Every request, as `METHOD path mode`. */
  readonly requests: string[] = []
  /** Every request with its address, for secrets that must not be in it. */
  readonly urls: string[] = []
  /** What stands between client and server holds back answers until they end. */
  buffersAnswers = false
  /** Answers everything with this status and code. */
  refuses: { readonly status: number; readonly error: string } | null = null
  goodbyes = 0
  readonly #sent: Uint8Array[] = []
  #waiting: Waiting | null = null
  #end: Uint8Array<ArrayBuffer> | null = null

  /** Send a frame to the client; it is as long as its value says if no length is given. */
  send(value: number, bytes?: number): void {
    this.#sent.push(bytes === undefined ? frameOf(value) : frameOf(value, bytes))
    this.#flush()
  }

  end(code: number, reason: string): void {
    this.#end = closeEntry(code, reason)
    this.#flush()
  }

  /** A keep-alive, as the server sends it every 15 s. */
  keepAlive(): void {
    if (!this.buffersAnswers) this.#waiting?.body.enqueue(keepAliveEntry())
  }

  handle(method: string, url: URL, { headers, body }: { headers: Headers; body: Uint8Array }): Response {
    const mode = headers.get('tafelrunde-mode')
    this.urls.push(url.href)
    this.requests.push(`${method} ${url.pathname}${mode ? ` ${mode}` : ''}`)
    if (this.refuses) return Response.json({ error: this.refuses.error }, { status: this.refuses.status })
    if (url.pathname === '/sync/http') return Response.json({ connection: 'a'.repeat(22) }, { status: 201 })
    if (headers.get('tafelrunde-connection') !== 'a'.repeat(22)) return new Response(null, { status: 400 })
    if (url.pathname === '/sync/http/receive')
      return this.#receive(Number(headers.get('tafelrunde-received')), mode ?? '')
    if (url.pathname === '/sync/http/close') this.goodbyes += 1
    return this.#send(Number(headers.get('tafelrunde-first')), body)
  }

  #send(first: number, body: Uint8Array): Response {
    if (this.#end) return new Response(this.#end, { headers: OCTETS })
    if (first > this.taken.length + 1) return Response.json({ error: 'gap' }, { status: 409 })
    const entries = new EntryReader({ maxFrameBytes: 1_000_000 }).read(body)
    for (const entry of entries.slice(this.taken.length + 1 - first)) {
      if (entry.type === 'frame') this.taken.push(valueOf(entry.frame))
    }
    return new Response(null, { status: 204 })
  }

  #receive(received: number, mode: string): Response {
    this.#waiting?.body.close()
    this.#waiting = null
    const stream = new ReadableStream<Uint8Array>({
      start: (body) => {
        this.#waiting = { isStream: mode === 'stream', written: received, body }
        if (mode === 'stream') this.keepAlive()
        this.#flush()
        if (mode === 'now') this.#finish()
      },
      cancel: () => {
        this.#waiting = null
      },
    })
    return new Response(stream, { headers: OCTETS })
  }

  #flush(): void {
    const waiting = this.#waiting
    if (!waiting || (waiting.isStream && this.buffersAnswers)) return
    // Large frames come one at a time unless the answer streams, as the server's answers are bounded.
    const isLarge = (this.#sent[waiting.written]?.length ?? 0) > 100_000
    const end = isLarge && !waiting.isStream ? waiting.written + 1 : this.#sent.length
    const frames = this.#sent.slice(waiting.written, end)
    waiting.written = end
    for (const frame of frames) waiting.body.enqueue(frameEntry(frame))
    if (this.#end) waiting.body.enqueue(this.#end)
    if (this.#end || (frames.length > 0 && !waiting.isStream)) this.#finish()
  }

  #finish(): void {
    this.#waiting?.body.close()
    this.#waiting = null
  }
}

/** A frame that holds a number; some are long, so that they are cut somewhere. */
export function frameOf(value: number, bytes = value % 7 === 0 ? 400 : 4): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(bytes)
  new DataView(frame.buffer).setUint32(0, value)
  return frame
}

/** The number in a frame. */
export function valueOf(frame: Uint8Array): number {
  return new DataView(frame.buffer, frame.byteOffset).getUint32(0)
}
