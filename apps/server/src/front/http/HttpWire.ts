import type { ServerResponse } from 'node:http'
import { closeEntry } from '@tafelrunde/http-socket'
import { AppError, ERRORS, type ErrorCode } from '@tafelrunde/protocol'
import { MAX_BACKLOG_BYTES } from '../Outbox.ts'
import type { Wire, WireEvents } from '../Wire.ts'
import { Inbox } from './Inbox.ts'
import { KeptFrames } from './KeptFrames.ts'
import { ReceiveAnswer, type ReceiveMode } from './ReceiveAnswer.ts'

/** A client without a request for this long is gone; the timers of a hidden page run once a minute. */
const SILENCE_MS = 100_000

/** Time for a client between two requests to fetch the end of its connection. */
const CLOSING_MS = 10_000

/** Beyond this, presence is left out: the next tick brings newer positions anyway. */
const MAX_BACKLOG_FOR_PRESENCE = 128 * 1024

/** Frames of one request, as its client has numbered them. */
export interface NumberedFrames {
  readonly first: number
  readonly frames: readonly Uint8Array[]
  /** Number of the last frame that the client has got. */
  readonly received: number
}

/** What became of the frames of a request. */
export type Taken = 'taken' | 'busy' | { readonly end: Uint8Array<ArrayBuffer> }

/**
 * One client that comes by plain HTTP requests.
 *
 * T11  Frames are numbered in both directions; each arrives once and in order.
 * T12  What the client has not confirmed is kept, within bounds.
 * T13  While its socket pauses, the client's request is answered later.
 * T14  The end is told to whichever request is there or comes next.
 * T15  A client without a request for 100 s is gone.
 */
export class HttpWire implements Wire {
  readonly silenceMs = SILENCE_MS
  readonly #events: WireEvents
  readonly #onGone: () => void
  readonly #frames = new KeptFrames()
  readonly #inbox: Inbox
  readonly #silence: NodeJS.Timeout
  #answer: ReceiveAnswer | null = null
  #sending: AbortController | null = null
  #end: Uint8Array<ArrayBuffer> | null = null
  #closing: NodeJS.Timeout | null = null
  #isGone = false
  #isSilent = false
  #isFlushing = false
  /** Bytes of frames while no answer is there. */
  #waitingBytes = 0

  constructor(events: WireEvents, onGone: () => void) {
    this.#events = events
    this.#onGone = onGone
    this.#inbox = new Inbox((frame) => events.receive(frame))
    this.#silence = setTimeout(() => this.#fellSilent(), SILENCE_MS).unref()
  }

  get isOpen(): boolean {
    return this.#end === null && !this.#isGone
  }

  get backlogBytes(): number {
    return this.#answer?.backlogBytes ?? this.#waitingBytes
  }

  get isPaused(): boolean {
    return this.#inbox.isPaused
  }

  pause(): void {
    this.#inbox.pause()
  }

  resume(): void {
    this.#inbox.resume()
  }

  send(frame: Uint8Array): void {
    if (!this.isOpen) return
    if (this.#frames.bytes > MAX_BACKLOG_BYTES) return this.terminate()
    this.#frames.add(frame)
    if (this.#answer) this.#answer.noticed(frame)
    else this.#waitingBytes += frame.length
    if (this.#isFlushing) return
    // Once per turn of the event loop: what a turn sends leaves in one piece.
    this.#isFlushing = true
    setImmediate(() => {
      this.#isFlushing = false
      this.#answer?.flush()
    })
  }

  sendPresence(frame: Uint8Array): void {
    if (this.backlogBytes <= MAX_BACKLOG_FOR_PRESENCE) this.send(frame)
  }

  end(code: ErrorCode): void {
    if (!this.isOpen) return
    this.#end = closeEntry(ERRORS[code].close, code)
    this.#inbox.close()
    this.#closing = setTimeout(() => this.terminate(), CLOSING_MS).unref()
    this.#answer?.endWith(this.#end, () => this.terminate())
  }

  terminate(): void {
    if (this.#isGone) return
    this.#isGone = true
    clearTimeout(this.#silence)
    if (this.#closing) clearTimeout(this.#closing)
    this.#inbox.close()
    this.#frames.clear()
    this.#sending?.abort()
    this.#answer?.destroy()
    this.#onGone()
    this.#events.closed(this.#isSilent)
  }

  /**
   * Begin with a request that brings frames; the signal tells when a newer one has taken its place. A client has one
   * such request at a time, so the older one is of a connection that its client has given up.
   */
  beginSending(): AbortSignal {
    this.#heard()
    this.#sending?.abort()
    this.#sending = new AbortController()
    return this.#sending.signal
  }

  /**
   * Take the frames that are new, in their order, and wait until they are read.
   *
   * @throws AppError `connection.gap` | `connection.unknown`
   */
  async take({ first, frames, received }: NumberedFrames, signal: AbortSignal): Promise<Taken> {
    if (!this.#frames.confirm(received) && received > this.#frames.last) throw gap()
    const isFree = await this.#inbox.emptied(signal)
    if (isFree && this.isOpen && !signal.aborted) {
      if (!this.#inbox.continuesAt(first)) throw gap()
      this.#inbox.take(first, frames)
    }
    const isRead = isFree && (await this.#inbox.emptied(signal))
    if (this.#end) return { end: this.#end }
    if (this.#isGone) throw new AppError('connection.unknown', 'the connection has ended meanwhile')
    return isRead && !signal.aborted ? 'taken' : 'busy'
  }

  /**
   * Answer a request for what has happened since the frame `received`; an older answer ends.
   *
   * @throws AppError `connection.gap`
   */
  receive(response: ServerResponse, { mode, received }: { mode: ReceiveMode; received: number }): void {
    this.#heard()
    if (!this.#frames.confirm(received)) throw gap()
    if (response.destroyed) return
    this.#answer?.giveWay()
    const answer = new ReceiveAnswer({ response, frames: this.#frames, mode, received })
    this.#answer = answer
    this.#waitingBytes = 0
    response.once('close', () => this.#answered(answer))
    if (this.#end) answer.endWith(this.#end, () => this.terminate())
    else if (mode === 'now') answer.end()
    else answer.flush()
  }

  #answered(answer: ReceiveAnswer): void {
    if (this.#answer !== answer) return
    this.#answer = null
    this.#waitingBytes = answer.backlogBytes
    this.#heard()
  }

  #heard(): void {
    this.#silence.refresh()
  }

  #fellSilent(): void {
    if (this.#answer) return this.#heard()
    this.#isSilent = true
    this.terminate()
  }
}

function gap(): AppError {
  return new AppError('connection.gap', 'the numbers of the frames do not continue')
}
