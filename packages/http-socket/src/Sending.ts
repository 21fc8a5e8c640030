import { endOf, hasEntries, isPassing } from './answers.ts'
import { EntryReader } from './codec.ts'
import { Deadline } from './Deadline.ts'
import type { Batch, HttpCalls } from './HttpCalls.ts'
import { Pause } from './Pause.ts'
import { Retry } from './Retry.ts'
import { SendQueue } from './SendQueue.ts'

/** Below the body limits of usual proxies (nginx: 1 MB), and quick enough on a slow line. */
const MAX_BATCH_BYTES = 128 * 1024
const MIN_BATCH_BYTES = 8 * 1024

/** Time for an answer, beside the time for the body: the server delays it by 10 s at most when it is busy. */
const ANSWER_MS = 15_000

/** The slowest line that is waited for. */
const SLOWEST_BYTES_PER_MS = 8

/** What a sender needs from its socket. */
export interface SendingParts {
  readonly calls: HttpCalls
  readonly life: AbortSignal
  /** Number of the last frame that has arrived. */
  readonly received: () => number
  readonly onTaken: () => void
  /** The connection is over. */
  readonly onEnded: (end: { readonly code: number; readonly reason: string }) => void
}

/**
 * The way out: one request at a time; what is sent meanwhile goes into the next one. Frames are numbered, so that a
 * request that is tried again doubles nothing.
 */
export class Sending {
  readonly #parts: SendingParts
  readonly #queue = new SendQueue()
  readonly #pause = new Pause()
  readonly #retry = new Retry()
  #maxBatchBytes = MAX_BATCH_BYTES

  constructor(parts: SendingParts) {
    this.#parts = parts
    parts.life.addEventListener('abort', () => this.#pause.wake(), { once: true })
  }

  /** Bytes that the server has not taken. */
  get waitingBytes(): number {
    return this.#queue.bytes
  }

  send(frame: Uint8Array): void {
    this.#queue.add(frame)
    // After a failure the pause is there to be kept.
    if (this.#retry.isWell) this.#pause.wake()
  }

  /** Everything that the server has not confirmed. */
  rest(): Batch {
    return this.#queue.batch(Number.POSITIVE_INFINITY)
  }

  /** Send until the life of the socket ends. */
  async run(): Promise<void> {
    while (!this.#parts.life.aborted) {
      if (this.#queue.isEmpty) {
        await this.#pause.wait()
        continue
      }
      const startedAt = Date.now()
      if (await this.#sendBatch()) {
        this.#retry.succeeded()
        this.#maxBatchBytes = Math.min(this.#maxBatchBytes * 2, MAX_BATCH_BYTES)
        continue
      }
      if (this.#parts.life.aborted) return
      this.#maxBatchBytes = Math.max(this.#maxBatchBytes / 2, MIN_BATCH_BYTES)
      const waitMs = this.#retry.failed(startedAt)
      if (waitMs === null) return this.#parts.onEnded({ code: 1006, reason: '' })
      await this.#pause.wait(waitMs)
    }
  }

  /** True if the server has taken it. */
  async #sendBatch(): Promise<boolean> {
    const { calls, life, received } = this.#parts
    const batch = this.#queue.batch(this.#maxBatchBytes)
    const deadline = new Deadline(ANSWER_MS + batch.body.length / SLOWEST_BYTES_PER_MS, life)
    try {
      const response = await calls.send(batch, { received: received(), signal: deadline.signal })
      if (life.aborted) return false
      if (response.status === 204) {
        this.#queue.taken(batch.count)
        this.#parts.onTaken()
        return true
      }
      if (hasEntries(response)) await this.#readEnd(response)
      else if (isPassing(response)) await response.body?.cancel()
      else this.#parts.onEnded(await endOf(response))
      // Whoever answers so lives; it takes no more at this moment.
      if (response.status === 429) this.#retry.wasPutOff()
      return false
    } catch {
      return false
    } finally {
      deadline.clear()
    }
  }

  /** A connection that the server has ended says so to whichever request comes first. */
  async #readEnd(response: Response): Promise<void> {
    const reader = new EntryReader({ maxFrameBytes: 0 })
    const end = reader.read(new Uint8Array(await response.arrayBuffer())).find((entry) => entry.type === 'close')
    if (end) this.#parts.onEnded(end)
  }
}
