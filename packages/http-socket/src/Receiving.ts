import { endOf, hasEntries, isPassing } from './answers.ts'
import { EntryReader } from './codec.ts'
import { Deadline } from './Deadline.ts'
import type { HttpCalls, ReceiveMode } from './HttpCalls.ts'
import { Pause } from './Pause.ts'
import { Retry } from './Retry.ts'

/** `live` holds a request all the time; `seldom` holds none and asks now and then. */
export type Pace = 'live' | 'seldom'

/** What the sockets of a page have found out about its network; begins as `{ streamsAgainAt: 0 }`. */
export interface NetworkMemory {
  /** Until then (epoch milliseconds) answers are held back on the way, and sockets poll from the start. */
  streamsAgainAt: number
}

/** The server's first keep-alive leaves it at once; what has not brought it by now waits for the end of the answer. */
const FIRST_ENTRY_MS = 3_000

/** Within an answer something comes all the time, be it the keep-alive that the server sends every 15 s. */
const SILENCE_MS = 25_000

/** Streams that are cut at once may be held back and cut, or the network was gone for a moment: polls, for a while. */
const CUT_STREAMS_MS = 60_000

/** Time for which a network that holds answers back is taken at its word; people carry their laptops elsewhere. */
const HELD_BACK_MS = 30 * 60_000

/** The server answers a poll after 20 s at the latest. */
const POLL_MS = 32_000

/** A request that was answered with nothing sooner than this is cut or replaced on the way; asking faster helps nobody. */
const SHORTEST_MS = 500

/** Frames of an answer that is not the last of what waits; the server gives 1 MB at a time. */
const MUCH_BYTES = 500_000

/** Acknowledgements of what a page has sent are there by then. */
const ANSWER_MS = 300

/** Boards of the largest size allowed are below it. */
const MAX_FRAME_BYTES = 64 * 1024 * 1024

/** What a receiver tells its socket. */
export interface ReceivingEvents {
  frame(frame: Uint8Array<ArrayBuffer>): void
  /** The connection is over. */
  ended(end: { readonly code: number; readonly reason: string }): void
}

/**
 * The way in: one request after the other, each asking for what follows the last frame that has arrived. So a frame
 * comes once and in order, however many answers are cut on the way.
 */
export class Receiving {
  readonly #calls: HttpCalls
  readonly #life: AbortSignal
  readonly #events: ReceivingEvents
  readonly #network: NetworkMemory
  readonly #pause = new Pause()
  readonly #retry = new Retry()
  #deadline: Deadline | null = null
  #received = 0
  #pace: Pace = 'live'
  #nudgedUntil = 0
  #answeredBytes = 0
  /** Streams in a row that fell silent or were cut before they brought anything; two are a habit of what lies between. */
  #badStreams = 0

  /** How often a socket asks at the pace `seldom`; less than half of what the server takes for death (100 s). */
  seldomMs = 20_000

  constructor(parts: { calls: HttpCalls; life: AbortSignal; events: ReceivingEvents; network: NetworkMemory }) {
    this.#network = parts.network
    this.#calls = parts.calls
    this.#life = parts.life
    this.#events = parts.events
    this.#life.addEventListener('abort', () => this.#pause.wake(), { once: true })
  }

  /** Number of the last frame that has arrived. */
  get received(): number {
    return this.#received
  }

  get pace(): Pace {
    return this.#pace
  }

  set pace(pace: Pace) {
    if (pace === this.#pace) return
    this.#pace = pace
    this.#deadline?.abort()
    this.#pause.wake()
  }

  /** Something was sent that the server answers soon. */
  nudge(): void {
    if (this.#pace === 'live' || Date.now() < this.#nudgedUntil) return
    this.#nudgedUntil = Date.now() + ANSWER_MS
    this.#pause.wake()
  }

  /** Ask until the life of the socket ends. */
  async run(): Promise<void> {
    while (!this.#life.aborted) {
      const startedAt = Date.now()
      const pace = this.#pace
      const before = this.#received
      this.#answeredBytes = 0
      const didAnswer = await this.#ask(this.#mode())
      if (this.#life.aborted) return
      if (didAnswer) {
        this.#retry.succeeded()
        const restMs = startedAt + SHORTEST_MS - Date.now()
        if (this.#answeredBytes > MUCH_BYTES) continue
        if (pace === 'seldom') await this.#waitForNextTime()
        else if (this.#received === before && restMs > 0) await this.#pause.wait(restMs)
        continue
      }
      // The own change of the pace has ended the request.
      if (pace !== this.#pace) continue
      const waitMs = this.#retry.failed(startedAt)
      if (waitMs === null) return this.#events.ended({ code: 1006, reason: '' })
      await this.#pause.wait(waitMs)
    }
  }

  #mode(): ReceiveMode {
    if (this.#pace === 'seldom') return 'now'
    return Date.now() < this.#network.streamsAgainAt ? 'poll' : 'stream'
  }

  async #waitForNextTime(): Promise<void> {
    await this.#pause.wait(this.seldomMs)
    const nudgeMs = this.#nudgedUntil - Date.now()
    if (nudgeMs > 0 && this.#pace === 'seldom') await this.#pause.wait(nudgeMs)
  }

  /** One request; true if the server has answered it with something. */
  async #ask(mode: ReceiveMode): Promise<boolean> {
    const deadline = new Deadline(mode === 'stream' ? FIRST_ENTRY_MS : POLL_MS, this.#life)
    this.#deadline = deadline
    let hasHeard = false
    try {
      const response = await this.#calls.receive({ mode, received: this.#received, signal: deadline.signal })
      if (!hasEntries(response) || !response.body) {
        if (isPassing(response)) await response.body?.cancel()
        else this.#events.ended(await endOf(response))
        return false
      }
      const entries = new EntryReader({ maxFrameBytes: MAX_FRAME_BYTES })
      const reader = response.body.getReader()
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        deadline.extend(SILENCE_MS)
        this.#take(entries, part.value)
        if (deadline.signal.aborted) return hasHeard
        hasHeard = true
        this.#retry.succeeded()
      }
      if (mode === 'stream') this.#badStreams = 0
      return entries.isAtEntryEnd
    } catch {
      // A cut connection, an answer that did not come in time, bytes that are not the server's: all of them ask again.
      if (mode === 'stream') this.#judge(deadline, hasHeard)
      return hasHeard
    } finally {
      this.#deadline = null
      deadline.clear()
    }
  }

  #take(entries: EntryReader, bytes: Uint8Array): void {
    for (const entry of entries.read(bytes)) {
      // A listener may have closed the socket or changed its pace; what is not counted is asked for again.
      if (this.#life.aborted || this.#deadline?.signal.aborted) return
      if (entry.type === 'close') return this.#events.ended(entry)
      if (entry.type !== 'frame') continue
      this.#received += 1
      this.#answeredBytes += entry.frame.length
      this.#events.frame(entry.frame)
    }
  }

  /** What a broken stream says about what lies between here and the server. */
  #judge(deadline: Deadline, hasHeard: boolean): void {
    const isOwnDoing = deadline.signal.aborted && !deadline.isOver
    if (isOwnDoing || deadline.wasAsleep || (hasHeard && !deadline.isOver)) return
    this.#badStreams += 1
    if (deadline.isOver && (!hasHeard || this.#badStreams > 1)) this.#network.streamsAgainAt = Date.now() + HELD_BACK_MS
    else if (this.#badStreams > 1) this.#network.streamsAgainAt = Date.now() + CUT_STREAMS_MS
  }
}
