import { frameEntry } from './codec.ts'
import type { Batch } from './HttpCalls.ts'

/** Frames of one request; the server takes 2,000. */
const MAX_BATCH_FRAMES = 1_000

/** Frames that the server has not confirmed to have taken, numbered from 1. */
export class SendQueue {
  #first = 1
  #entries: Uint8Array<ArrayBuffer>[] = []
  #bytes = 0

  get isEmpty(): boolean {
    return this.#entries.length === 0
  }

  /** Bytes that wait. */
  get bytes(): number {
    return this.#bytes
  }

  add(frame: Uint8Array): void {
    const entry = frameEntry(frame)
    this.#entries.push(entry)
    this.#bytes += entry.length
  }

  /** The first frames that fit into `maxBytes`, at least one if there is one. The queue keeps them. */
  batch(maxBytes: number): Batch & { readonly count: number } {
    let count = 0
    let bytes = 0
    for (const { length } of this.#entries) {
      if (count === MAX_BATCH_FRAMES || (count > 0 && bytes + length > maxBytes)) break
      count += 1
      bytes += length
    }
    const body = new Uint8Array(bytes)
    let at = 0
    for (const entry of this.#entries.slice(0, count)) {
      body.set(entry, at)
      at += entry.length
    }
    return { first: this.#first, count, body }
  }

  /** The server has the first `count` frames. */
  taken(count: number): void {
    for (const { length } of this.#entries.splice(0, count)) this.#bytes -= length
    this.#first += count
  }
}
