import type { ServerResponse } from 'node:http'
import { frameHead, keepAliveEntry } from '@tafelrunde/http-socket'
import type { KeptFrames } from './KeptFrames.ts'

/** How a client wants to be answered. */
export type ReceiveMode = 'stream' | 'poll' | 'now'

/** Below the idle limits of usual proxies (nginx: 60 s). */
const KEEP_ALIVE_MS = 15_000

/** An answer ends by itself before proxies end it; a poll sooner, because nothing tells its client that it is alive. */
const LONGEST_MS = { stream: 50_000, poll: 20_000 } as const

/** An answer ends after this much, so that its client confirms what it has and nothing of it has to be kept. */
const MAX_ANSWER_BYTES = 1024 * 1024

/** One answer to “what is new?”: a stream of entries, or one body as soon as there is something. */
export class ReceiveAnswer {
  readonly #response: ServerResponse
  readonly #frames: KeptFrames
  readonly #mode: ReceiveMode
  /** Number of the last frame that was written into this answer. */
  #written: number
  #unwrittenBytes = 0
  #answeredBytes = 0
  #timers: NodeJS.Timeout[] = []

  /** @param received number of the last frame that the client has */
  constructor(parts: { response: ServerResponse; frames: KeptFrames; mode: ReceiveMode; received: number }) {
    const { response, mode } = parts
    this.#response = response
    this.#frames = parts.frames
    this.#mode = mode
    this.#written = parts.received
    this.#unwrittenBytes = parts.frames.bytes
    response.setHeader('content-type', 'application/octet-stream')
    response.setHeader('cache-control', 'no-store, no-transform')
    response.setHeader('x-accel-buffering', 'no')
    response.on('error', () => response.destroy())
    response.once('close', () => this.#stopTimers())
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
    if (this.#answeredBytes > MAX_ANSWER_BYTES) this.end()
  }

  /** A newer request has come: the client reads no more of this one. */
  giveWay(): void {
    // What the client has not taken of it must not wait here beside the newer answer.
    if (this.#response.writableLength > 0) this.#response.destroy()
    else if (!this.#response.writableEnded) this.#finish([keepAliveEntry()])
  }

  /** Write everything and then the end of the connection; calls back when the operating system has it. */
  endWith(last: Uint8Array, onFinished: () => void): void {
    if (this.#response.writableEnded) return
    this.#response.once('finish', onFinished)
    this.#finish([...this.#takeNew(Number.POSITIVE_INFINITY), last])
  }

  /** Write what is new and let the client ask again. */
  end(): void {
    if (this.#response.writableEnded) return
    // Never an empty body: the client knows by it that the server itself has answered.
    this.#finish([...this.#takeNew(), keepAliveEntry()])
  }

  /** Let go of what the operating system has not taken. */
  destroy(): void {
    if (!this.#response.writableFinished) this.#response.destroy()
  }

  /** The timers end with the last write: a sign of life behind it would cut off whoever is still reading. */
  #finish(entries: readonly Uint8Array[]): void {
    this.#stopTimers()
    // In one piece, for a write and an end within one cork lose bytes (Node 24).
    this.#response.end(Buffer.concat(entries))
  }

  #stopTimers(): void {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer)
  }

  /** Entries of the next frames, and count them as written. */
  #takeNew(maxBytes = MAX_ANSWER_BYTES): Uint8Array[] {
    const entries: Uint8Array[] = []
    let bytes = 0
    for (const frame of this.#frames.after(this.#written)) {
      if (bytes > maxBytes) break
      entries.push(frameHead(frame.length), frame)
      bytes += frame.length
      this.#written += 1
    }
    this.#unwrittenBytes = Math.max(this.#unwrittenBytes - bytes, 0)
    this.#answeredBytes += bytes
    return entries
  }
}
