import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Feed, FeedEvent, FeedOutlet } from '../live/FeedEvent.ts'
import type { Log } from '../observability/log.ts'
import type { Metrics } from '../observability/metrics.ts'

/** Below the idle limits of usual proxies (nginx: 60 s). */
const HEARTBEAT_MS = 15_000

/** A page that reads nothing while this much waits for it is cut off; it comes back and gets the whole state. */
const MOST_WAITING_BYTES = 4_000_000

/**
 * Live feeds as server-sent events.
 *
 * [ES1] The first event of every connection is the feed's whole state, so `Last-Event-ID` needs no memory here.
 * [ES2] Every event has an id; comments keep quiet connections open through proxies.
 * [ES3] A stalled reader costs bounded memory: it is cut off.
 * [ES4] The feed stops when the page goes away, and every page is let go when the server closes.
 */
export class EventStreams {
  readonly #log: Log
  readonly #metrics: Metrics
  readonly #open = new Set<() => void>()

  constructor(parts: { readonly log: Log; readonly metrics: Metrics }) {
    this.#log = parts.log
    this.#metrics = parts.metrics
  }

  /** Answer the request with the feed that `start` begins. What `start` throws before its first event is an ordinary error. */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    start: (outlet: FeedOutlet) => Promise<Feed>,
  ): Promise<void> {
    const route = request.routeOptions.url ?? 'unknown'
    const early: FeedEvent[] = []
    let emit: (event: FeedEvent) => void = (event) => early.push(event)
    let end: () => void = () => {
      isEnded = true
    }
    let isEnded = false
    const feed = await start({ send: (event) => emit(event), end: () => end() })
    if (request.raw.destroyed || request.raw.socket.destroyed) return feed.stop()

    reply.hijack()
    const { raw } = reply
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
    raw.setHeader('content-type', 'text/event-stream; charset=utf-8')
    raw.setHeader('cache-control', 'no-store, no-transform')
    raw.setHeader('x-accel-buffering', 'no')
    raw.writeHead(200)
    let eventId = 0
    emit = ({ event, data }) => {
      if (raw.writableEnded || raw.destroyed) return
      eventId += 1
      raw.write(`id: ${eventId}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      if (raw.writableLength <= MOST_WAITING_BYTES) return
      this.#log.warn('stream.stalled', { route, bytes: raw.writableLength })
      raw.destroy()
    }
    end = () => raw.end()
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS)
    const close = (): void => void raw.end()
    this.#open.add(close)
    this.#metrics.openStreams.inc({ route })
    raw.on('error', () => raw.destroy())
    raw.once('close', () => {
      clearInterval(heartbeat)
      feed.stop()
      this.#open.delete(close)
      this.#metrics.openStreams.dec({ route })
    })
    for (const event of early) emit(event)
    if (isEnded) raw.end()
  }

  /** Let every page go; each reconnects when there is a server again. */
  closeAll(): void {
    for (const close of this.#open) close()
  }
}
