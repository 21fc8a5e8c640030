import { Worker } from 'node:worker_threads'
import type { JournalContent } from './Journal.ts'

/** How long one step may take; the largest boards need seconds. A thread that hangs is replaced. */
const PATIENCE_MS = 60_000

/** Main thread → worker: make a checkpoint of the content, or compare the content with a checkpoint of it. */
export interface CompactionRequest {
  readonly id: number
  readonly content: JournalContent
  readonly compareWith: Uint8Array | null
}

/** Worker → main thread. */
export type CompactionReply = { readonly id: number } & (
  | { readonly bytes: Uint8Array }
  | { readonly isSame: boolean }
  | { readonly failure: string }
)

interface Waiting {
  readonly resolve: (reply: CompactionReply) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

/** The compaction worker, started with the first use and again after it has died. */
export class CompactionThread {
  readonly #waiting = new Map<number, Waiting>()
  readonly #patienceMs: number
  #worker: Worker | null = null
  #isClosed = false
  #nextId = 1

  constructor(patienceMs = PATIENCE_MS) {
    this.#patienceMs = patienceMs
  }

  /** A full state of this content. */
  async compact(content: JournalContent): Promise<Uint8Array> {
    const reply = await this.#ask({ content, compareWith: null })
    if ('bytes' in reply) return reply.bytes
    throw new Error('failure' in reply ? reply.failure : 'an answer to another question')
  }

  /** Whether `bytes`, read into an empty document, gives exactly this content. */
  async isSame(content: JournalContent, bytes: Uint8Array): Promise<boolean> {
    const reply = await this.#ask({ content, compareWith: bytes })
    if ('isSame' in reply) return reply.isSame
    throw new Error('failure' in reply ? reply.failure : 'an answer to another question')
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#worker?.terminate()
  }

  async #ask(question: Omit<CompactionRequest, 'id'>): Promise<CompactionReply> {
    if (this.#isClosed) throw new Error('the compaction thread is closed')
    const worker = (this.#worker ??= this.#start())
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      const giveUp = (): void => void worker.terminate()
      this.#waiting.set(id, { resolve, reject, timer: setTimeout(giveUp, this.#patienceMs).unref() })
      worker.postMessage({ id, ...question } satisfies CompactionRequest)
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./compact.worker.ts', import.meta.url))
    worker.unref()
    worker.on('message', (reply: CompactionReply) => this.#take(reply.id)?.resolve(reply))
    const fail = (cause: unknown): void => {
      // A thread that failed tells twice, and the second time another one may be at work already.
      if (this.#worker !== worker) return
      this.#worker = null
      const error = new Error('the compaction thread has ended', { cause })
      for (const id of Array.from(this.#waiting.keys())) this.#take(id)?.reject(error)
    }
    worker.on('error', fail)
    worker.on('exit', () => fail(null))
    return worker
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    clearTimeout(waiting?.timer)
    return waiting
  }
}
