import { Worker } from 'node:worker_threads'
import type { CommitRequest, WriterOptions, WriterReply } from './writerMessages.ts'

/** The writer worker as a function: one commit at a time, answered in order. */
export class WriterThread {
  readonly #worker: Worker
  #pending: { resolve: (reply: WriterReply) => void; reject: (error: Error) => void } | null = null
  #failure: Error | null = null

  private constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (reply: WriterReply) => this.#settle((pending) => pending.resolve(reply)))
    worker.on('error', (error) => this.#fail(error))
    worker.on('exit', () => this.#fail(new Error('the writer thread has ended')))
  }

  /** Start the thread and wait until its connection is open. */
  static async start(options: WriterOptions): Promise<WriterThread> {
    const worker = new Worker(new URL('./sqliteWriter.worker.ts', import.meta.url), { workerData: options })
    const thread = new WriterThread(worker)
    await new Promise<WriterReply>((resolve, reject) => {
      thread.#pending = { resolve, reject }
    })
    return thread
  }

  /** Callers wait for the answer before they send the next request. */
  commit(request: CommitRequest): Promise<WriterReply> {
    if (this.#failure) return Promise.reject(this.#failure)
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject }
      this.#worker.postMessage(request)
    })
  }

  async close(): Promise<void> {
    if (this.#failure) return
    const ended = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()))
    this.#worker.postMessage('close')
    await ended
  }

  #settle(how: (pending: { resolve: (reply: WriterReply) => void; reject: (error: Error) => void }) => void): void {
    const pending = this.#pending
    this.#pending = null
    if (pending) how(pending)
  }

  #fail(error: Error): void {
    this.#failure ??= error
    this.#settle((pending) => pending.reject(error))
  }
}
