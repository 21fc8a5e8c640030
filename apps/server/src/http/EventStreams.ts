import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { AppError } from '@tafelrunde/protocol'
import type { SeatId } from '@tafelrunde/schema/plain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Feed, FeedEvent, FeedOutlet } from '../live/FeedEvent.ts'
import type { Log } from '../observability/log.ts'
import type { Metrics } from '../observability/metrics.ts'
import { pieceOf, writePiece, type Piece } from './Piece.ts'

/** Below the idle limits of usual proxies (nginx: 60 s). */
const HEARTBEAT_MS = 15_000

/** Header of a page that may not hold a request, or that something on its way keeps from being answered in pieces. */
const MODE_HEADER = 'tafelrunde-mode'

/** What differs in every answer and changes nothing. */
const PASSING = new Set(['serverTime'])

/** A page that reads nothing while this much waits for it is cut off; it comes back and gets the whole state. */
const MOST_WAITING_BYTES = 4_000_000

const STREAMS_PER_SEAT = 12

/**
 * Live feeds as server-sent events.
 *
 * [ES1] The first event of every connection is the feed's whole state, so `Last-Event-ID` needs no memory here.
 * [ES2] Every event has an id, which grows; comments keep quiet connections open through proxies.
 * [ES3] A stalled reader costs bounded memory: it is cut off.
 * [ES4] A seat holds a bounded number of streams; people have a few tabs, scripts have thousands.
 * [ES5] The feed stops when the page goes away, and every page is let go when the server closes.
 * [ES6] Asked with `tafelrunde-mode: now` it answers with the state as of now and ends; with `if-none-match` a state
 *   that has not changed costs no body.
 * [ES7] An event that goes to many is written out once, whatever it holds.
 */
export class EventStreams {
  readonly #log: Log
  readonly #metrics: Metrics
  readonly #open = new Set<() => void>()
  readonly #perSeat = new Map<SeatId, number>()
  /** What an object is on the wire. Objects that are sent are never changed afterwards. */
  readonly #written = new WeakMap<object, string>()
  readonly #digests = new WeakMap<object, string>()
  readonly #pieces = new WeakMap<FeedEvent, Piece>()
  #lastEventId = 0

  constructor(parts: { readonly log: Log; readonly metrics: Metrics }) {
    this.#log = parts.log
    this.#metrics = parts.metrics
  }

  /**
   * Answer the request of a seat with the feed that `start` begins.
   *
   * @throws AppError `request.tooMany`, and whatever `start` throws
   */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    { seatId, start }: { readonly seatId: SeatId; readonly start: (outlet: FeedOutlet) => Promise<Feed> },
  ): Promise<void> {
    const early: FeedEvent[] = []
    let isEnded = false
    const outlet: FeedOutlet = { send: (event) => void early.push(event), end: () => (isEnded = true) }
    const leave = this.#enter(seatId)
    const feed = await start({ send: (event) => outlet.send(event), end: () => outlet.end() }).catch(
      (cause: unknown) => {
        leave()
        throw cause
      },
    )
    const stop = (): void => {
      leave()
      feed.stop()
    }
    if (request.raw.socket.destroyed) return stop()
    if (request.headers[MODE_HEADER] === 'now') {
      stop()
      return this.#answerNow(request, reply, early)
    }

    const { raw } = reply.hijack()
    const route = request.routeOptions.url ?? 'unknown'
    this.#writeHead(reply)
    this.#tend(raw, { route, stop })
    outlet.end = () => raw.end()
    outlet.send = (event) => {
      if (raw.writableEnded || raw.destroyed) return
      writePiece(raw, this.#pieceOf(event))
      if (raw.writableLength <= MOST_WAITING_BYTES) return
      this.#log.warn('stream.stalled', { route, bytes: raw.writableLength })
      raw.destroy()
    }
    for (const event of early) outlet.send(event)
    if (isEnded) raw.end()
  }

  #answerNow(request: FastifyRequest, reply: FastifyReply, events: readonly FeedEvent[]): void {
    const tag = `"${this.#tagOf(events)}"`
    // The type also tells the access log that this is asked every second.
    reply.header('content-type', 'text/event-stream; charset=utf-8')
    reply.header('cache-control', 'no-store, no-transform')
    reply.header('etag', tag)
    // A proxy that packs answers marks the tag as weak.
    if (request.headers['if-none-match']?.replace(/^W\//, '') === tag) return void reply.code(304).send()
    reply.send(events.map((event, index) => this.#wireText(event, index + 1)).join(''))
  }

  /** Let every page go; each reconnects when there is a server again. */
  closeAll(): void {
    for (const close of this.#open) close()
  }

  /** Count a stream of the seat; gives back how to count it off. */
  #enter(seatId: SeatId): () => void {
    const streams = this.#perSeat.get(seatId) ?? 0
    if (streams >= STREAMS_PER_SEAT) throw new AppError('request.tooMany', 'the seat holds too many streams')
    this.#perSeat.set(seatId, streams + 1)
    return () => {
      const left = (this.#perSeat.get(seatId) ?? 1) - 1
      if (left === 0) this.#perSeat.delete(seatId)
      else this.#perSeat.set(seatId, left)
    }
  }

  #writeHead(reply: FastifyReply): void {
    const { raw } = reply
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) raw.setHeader(name, value)
    }
    raw.setHeader('content-type', 'text/event-stream; charset=utf-8')
    raw.setHeader('cache-control', 'no-store, no-transform')
    raw.setHeader('x-accel-buffering', 'no')
    raw.writeHead(200)
    raw.flushHeaders()
  }

  /** Keep a quiet connection open, and clean up after it once. */
  #tend(raw: ServerResponse, { route, stop }: { readonly route: string; readonly stop: () => void }): void {
    const heartbeat = setInterval(() => raw.writableEnded || raw.write(': still here\n\n'), HEARTBEAT_MS)
    const close = (): void => void raw.end()
    this.#open.add(close)
    this.#metrics.openStreams.inc({ route })
    raw.on('error', () => raw.destroy())
    raw.once('close', () => {
      clearInterval(heartbeat)
      stop()
      this.#open.delete(close)
      this.#metrics.openStreams.dec({ route })
    })
  }

  /** Events that go to many are the same object for all of them. */
  #pieceOf(event: FeedEvent): Piece {
    const known = this.#pieces.get(event)
    if (known) return known
    this.#lastEventId += 1
    const piece = pieceOf(this.#wireText(event, this.#lastEventId))
    this.#pieces.set(event, piece)
    return piece
  }

  #wireText({ event, data }: FeedEvent, id: number): string {
    return `id: ${id}\nevent: ${event}\ndata: ${this.#textOf(data)}\n\n`
  }

  /** The same for the same state. Objects that many pages share are digested once. */
  #tagOf(events: readonly FeedEvent[]): string {
    const hash = createHash('sha256')
    for (const { event, data } of events) {
      hash.update(event)
      for (const [key, value] of Object.entries(data)) {
        if (!PASSING.has(key)) hash.update(`${key}=${this.#digestOf(value)}`)
      }
    }
    return hash.digest('base64url').slice(0, 22)
  }

  #digestOf(value: unknown): string {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
    const known = this.#digests.get(value)
    if (known !== undefined) return known
    const digest = createHash('sha256').update(this.#valueText(value)).digest('base64url')
    this.#digests.set(value, digest)
    return digest
  }

  /** The data as JSON; the objects in it (a view, a run state, a patch) are shared by many pages and written out once. */
  #textOf(data: Readonly<Record<string, unknown>>): string {
    const members = Object.entries(data).map(([key, value]) => `${JSON.stringify(key)}:${this.#valueText(value)}`)
    return `{${members.join(',')}}`
  }

  #valueText(value: unknown): string {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
    const known = this.#written.get(value)
    if (known !== undefined) return known
    const text = JSON.stringify(value)
    this.#written.set(value, text)
    return text
  }
}
