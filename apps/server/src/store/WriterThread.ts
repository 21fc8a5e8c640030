import { Worker } from 'node:worker_threads'
import type { CommitRequest, WriterOptions, WriterReply } from './writerMessages.ts'

/** What the thread tells. */
export interface WriterEvents {
  readonly onReply: (reply: Exclude<WriterReply, { type: 'ready' }>) => void
  /** The thread has ended by itself. It writes no more; whether what was sent and not answered is on disk is unknown. */
  readonly onGone: (error: Error) => void
}

/** The writer worker: requests go in, one reply per commit comes out, in order. */
export class WriterThread {
  readonly #worker: Worker
  readonly #events: WriterEvents
  #state: 'starting' | 'ready' | 'closing' | 'gone' = 'starting'

  private constructor(worker: Worker, events: WriterEvents) {
    this.#worker = worker
    this.#events = events
  }

  /** Start the thread and wait until its connection is open. @throws Error if it cannot be opened */
  static async start(options: WriterOptions, events: WriterEvents): Promise<WriterThread> {
    const worker = new Worker(new URL('./sqliteWriter.worker.ts', import.meta.url), { workerData: options })
    const thread = new WriterThread(worker, events)
    await new Promise<void>((resolve, reject) => {
      let cause: unknown = null
      // An error is followed by the exit; only then is it certain that the thread does not write any more.
      worker.on('error', (error) => (cause = error))
      worker.on('exit', () => {
        const error = new Error('the writer thread has ended', { cause })
        reject(error)
        thread.#ended(error)
      })
      worker.on('message', (reply: WriterReply) => {
        if (reply.type !== 'ready') return events.onReply(reply)
        thread.#state = 'ready'
        resolve()
      })
    })
    return thread
  }

  /** What is sent to a thread that has ended is answered by `onGone`. */
  send(request: CommitRequest): void {
    this.#worker.postMessage(request)
  }

  /** End the thread in the middle of whatever it does; `onGone` follows. */
  async abort(): Promise<void> {
    await this.#worker.terminate()
  }

  /** Commit what was sent, then end. */
  async close(): Promise<void> {
    if (this.#state === 'gone') return
    this.#state = 'closing'
    const ended = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()))
    this.#worker.postMessage('close')
    await ended
  }

  #ended(error: Error): void {
    const wasReady = this.#state === 'ready'
    this.#state = 'gone'
    if (wasReady) this.#events.onGone(error)
  }
}
