import { Worker } from 'node:worker_threads'
import type { CommitRequest, WriterOptions, WriterReply } from './writerMessages.ts'

/** What the thread tells. */
export interface WriterEvents {
  readonly onReply: (reply: WriterReply) => void
  /** The thread has ended by itself; nothing that was sent and not answered is on disk for sure. */
  readonly onGone: (error: Error) => void
}

/** The writer worker: requests go in, one reply per commit comes out, in order. */
export class WriterThread {
  readonly #worker: Worker
  #failure: Error | null = null
  #isClosing = false

  private constructor(worker: Worker) {
    this.#worker = worker
  }

  /** Start the thread and wait until its connection is open. @throws Error if it cannot be opened */
  static async start(options: WriterOptions, events: WriterEvents): Promise<WriterThread> {
    const worker = new Worker(new URL('./sqliteWriter.worker.ts', import.meta.url), { workerData: options })
    const thread = new WriterThread(worker)
    await new Promise<void>((resolve, reject) => {
      const fail = (error: Error): void => {
        reject(error)
        if (thread.#failure || thread.#isClosing) return
        thread.#failure = error
        events.onGone(error)
      }
      worker.on('error', fail)
      worker.on('exit', () => fail(new Error('the writer thread has ended')))
      worker.on('message', (reply: WriterReply) => (reply.type === 'ready' ? resolve() : events.onReply(reply)))
    })
    return thread
  }

  /** @throws Error if the thread is gone */
  send(request: CommitRequest): void {
    if (this.#failure) throw this.#failure
    this.#worker.postMessage(request)
  }

  /** Commit what was sent, then end. */
  async close(): Promise<void> {
    if (this.#failure) return
    this.#isClosing = true
    const ended = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()))
    this.#worker.postMessage('close')
    await ended
  }
}
