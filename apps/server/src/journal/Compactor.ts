import { Worker } from 'node:worker_threads'
import type { DocumentName } from '@tafelrunde/protocol'
import type { Journal } from './Journal.ts'

export interface CompactRequest {
  readonly id: number
  readonly checkpoint: Uint8Array | null
  readonly rows: readonly Uint8Array[]
}

export type CompactReply = { readonly id: number } & ({ readonly bytes: Uint8Array } | { readonly failure: string })

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** Turns a journal's tail into a checkpoint, in a thread of its own that is started with the first use. */
export class Compactor {
  readonly #journal: Journal
  readonly #underWay = new Map<DocumentName, Promise<void>>()
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #nextId = 1

  constructor(journal: Journal) {
    this.#journal = journal
  }

  /** Write a checkpoint of everything that is durable now; one at a time per document. */
  compact(document: DocumentName): Promise<void> {
    const running = this.#underWay.get(document)
    if (running) return running
    const started = this.#compact(document).finally(() => this.#underWay.delete(document))
    this.#underWay.set(document, started)
    return started
  }

  /** Wait for what is under way, then end the thread. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#underWay.values())
    await this.#worker?.terminate()
    this.#worker = null
  }

  async #compact(document: DocumentName): Promise<void> {
    const state = await this.#journal.load(document)
    if (!state || state.rows.length === 0) return
    const bytes = await this.#inWorker(state.checkpoint, state.rows)
    await this.#journal.writeCheckpoint(document, { covers: state.lastSeq, bytes, basedOn: state.basedOn })
  }

  #inWorker(checkpoint: Uint8Array | null, rows: readonly Uint8Array[]): Promise<Uint8Array> {
    const worker = (this.#worker ??= this.#start())
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, checkpoint, rows } satisfies CompactRequest)
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./compact.worker.ts', import.meta.url))
    worker.unref()
    worker.on('message', (reply: CompactReply) => {
      const waiting = this.#waiting.get(reply.id)
      this.#waiting.delete(reply.id)
      if ('bytes' in reply) waiting?.resolve(reply.bytes)
      else waiting?.reject(new Error(reply.failure))
    })
    const fail = (error: Error): void => {
      // A thread that failed tells twice, and the second time another one may be at work already.
      if (this.#worker !== worker) return
      this.#worker = null
      for (const { reject } of this.#waiting.values()) reject(error)
      this.#waiting.clear()
    }
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error('the compaction thread has ended')))
    return worker
  }
}
