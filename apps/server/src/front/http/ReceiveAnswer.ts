import type { ServerResponse } from 'node:http'
import { frameHead, keepAliveEntry } from '@tafelrunde/http-socket'
import type { KeptFrames } from './KeptFrames.ts'

/** How a client wants to be answered. */
export type ReceiveMode = 'stream' | 'poll' | 'now'

/** Below the idle limits of usual proxies (nginx: 60 s). */
const KEEP_ALIVE_MS = 15_000

/** An answer ends by itself before proxies end it; a poll sooner, because nothing tells its client that it is alive. */
const LONGEST_MS = { stream: 50_000, poll: 20_000 } as const

/** A stream ends after this much, so that its client confirms what it has and nothing of it has to be kept. */
const MAX_STREAM_BYTES = 1024 * 1024

/** One answer to “what is new?”: a stream of entries, or one body as soon as there is something. */
export class ReceiveAnswer {
  readonly #response: ServerResponse
  readonly #frames: KeptFrames
  readonly #mode: ReceiveMode
  /** Number of the last frame that was written into this answer. */
  #written: number
  #unwrittenBytes = 0
  #streamedBytes = 0
  #timers: NodeJS.Timeout[] = []

  /** @param received number of the last frame that the client has */
  constructor(parts: { response: ServerResponse; frames: KeptFrames; mode: ReceiveMode; received: number }) {
    const { response, mode } = parts
    this.#response = response
    this.#frames = parts.frames
    this.#mode = mode
    this.#written = parts.received
    response.setHeader('content-type', 'application/octet-stream')
    response.setHeader('cache-control', 'no-store, no-transform')
    response.setHeader('x-accel-buffering', 'no')
    response.on('error', () => response.destroy())
    response.once('close', () => this.#timers.forEach((timer) => clearTimeout(timer)))
    if (mode === 'now') return
    this.#timers = [setTimeout(() => this.end(), LONGEST_MS[mode])]
    if (mode === 'poll') return
    response.on('drain', () => this.flush())
    response.write(keepAliveEntry())
    this.#timers.push(setInterval(() => response.write(keepAliveEntry()), KEEP_ALIVE_MS))
  }

  /** Bytes that the client has not taken. */
  get backlogBytes(): number {
    return this.#unwrittenBytes + this.#response.writableLength
  }

  /** There is a frame more. */
  noticed(frame: Uint8Array): void {
    this.#unwrittenBytes += frame.length
  }

  /** Write what is new, if the client takes it now. */
  flush(): void {
    const isThere = this.#frames.last > this.#written
    if (this.#response.writableEnded || this.#response.writableNeedDrain || !isThere) return
    if (this.#mode === 'poll') return this.end()
    this.#response.write(Buffer.concat(this.#takeNew()))
    if (this.#streamedBytes > MAX_STREAM_BYTES) this.end()
  }

  /** Write what is left, then `last`, and let the client ask again. Calls back when the operating system has all of it. */
  end(last?: Uint8Array, onFinished?: () => void): void {
    const response = this.#response
    if (response.writableEnded) return
    if (onFinished) response.once('finish', onFinished)
    // Never an empty body: the client knows by it that the server itself has answered. In one piece, for a write and an
    // end within one cork lose bytes (Node 24).
    response.end(Buffer.concat([...this.#takeNew(), last ?? keepAliveEntry()]))
  }

  destroy(): void {
    this.#response.destroy()
  }

  /** Entries of the frames that are not written yet, and count them as written. */
  #takeNew(): Uint8Array[] {
    const frames = this.#frames.after(this.#written)
    this.#written = this.#frames.last
    this.#unwrittenBytes = 0
    for (const { length } of frames) this.#streamedBytes += length
    return frames.flatMap((frame) => [frameHead(frame.length), frame])
  }
}
