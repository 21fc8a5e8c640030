import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { AppError, type ErrorCode } from '@tafelrunde/protocol'
import { LIMITS } from '@tafelrunde/schema/plain'
import { WebSocketServer, type WebSocket } from 'ws'
import { pathOf, refuseOrigin, rejectUpgrade, schemaVersionOf, SYNC_PATH, type OriginCheck } from './acceptSocket.ts'
import { FrontSocket } from './FrontSocket.ts'
import { IdleConnections } from './IdleConnections.ts'
import { Outbox, OutboxTurn } from './Outbox.ts'
import type { SocketEndpoint } from './SocketEndpoint.ts'
import type { Engine, SocketAbout } from './SocketParts.ts'
import { SocketTable } from './SocketTable.ts'
import { WebSocketWire } from './WebSocketWire.ts'
import type { Wire, WireEvents } from './Wire.ts'

/** How often sockets are pinged and the silent ones cut off; half of what the provider tolerates. */
const BEAT_MS = 15_000

/** A frame is an update and its address. */
const MAX_FRAME_BYTES = LIMITS.updateBytes + 4_096

/** Sub-protocol that clients of `/yjs` name beside their ticket; a ticket itself is never repeated. */
const SUB_PROTOCOL = 'tafelrunde'

/** What the front needs from its surroundings. */
export interface FrontOptions {
  readonly isAllowedOrigin: OriginCheck
  /** Make the engine's end of a new socket. */
  readonly connectEngine: (socket: FrontSocket) => Engine
  readonly onRefused: (code: string) => void
}

/**
 * Owns every socket of the sync protocol, whatever carries it.
 *
 * A1  A foreign Origin and a foreign path are refused before the upgrade completes.
 * A2  A socket that shows no valid token within ten seconds is closed.
 * A3  Frames are bounded in size, a socket's backlog and rate are bounded, silence ends it.
 */
export class Front {
  readonly #options: FrontOptions
  readonly #wss = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
    clientTracking: false,
    autoPong: false,
    handleProtocols: (protocols) => (protocols.has(SUB_PROTOCOL) ? SUB_PROTOCOL : false),
  })
  readonly #sockets = new SocketTable()
  readonly #turn = new OutboxTurn()
  readonly #endpoints: SocketEndpoint[] = [
    {
      matches: (path) => path === SYNC_PATH,
      accept: ({ makeWire, request }) => this.open(makeWire, { schemaVersion: schemaVersionOf(request) }),
    },
  ]
  #beat: NodeJS.Timeout | null = null
  #isStopping = false
  readonly #idle: IdleConnections[] = []
  #detach: (() => void)[] = []

  constructor(options: FrontOptions) {
    this.#options = options
  }

  /** Take WebSockets on another path, too. */
  serve(endpoint: SocketEndpoint): void {
    this.#endpoints.push(endpoint)
  }

  attach(server: Server): void {
    const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
      this.#upgrade(request, socket, head)
    server.on('upgrade', upgrade)
    const idle = new IdleConnections(server)
    this.#idle.push(idle)
    this.#detach.push(
      () => server.off('upgrade', upgrade),
      () => idle.close(),
    )
    this.#beat ??= setInterval(() => this.#sendBeats(), BEAT_MS).unref()
  }

  /** Why a request may not become a socket now; for transports that answer before they open one. */
  refuse(request: IncomingMessage): ErrorCode | null {
    return this.#refuseNewcomer() ?? refuseOrigin(request, this.#options.isAllowedOrigin)
  }

  /**
   * Register a socket, whatever carries its frames: limits, beats, engine and the stop of the server apply to it. The
   * origin has been checked by the transport.
   *
   * @throws AppError `request.tooMany` | `server.stopping`
   */
  open(makeWire: (events: WireEvents) => Wire, about: SocketAbout): FrontSocket {
    const refusal = this.#refuseNewcomer()
    if (refusal) throw new AppError(refusal, 'no socket is taken now')
    const socket = new FrontSocket({ makeWire, about, host: this.#sockets })
    this.#sockets.add(socket)
    socket.connect(this.#options.connectEngine(socket))
    return socket
  }

  /** Take no new sockets. */
  refuseNewcomers(): void {
    this.#isStopping = true
  }

  /** Tell everybody to come back later and wait until the sockets are closed, at most `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.refuseNewcomers()
    if (this.#beat) clearInterval(this.#beat)
    for (const socket of this.#sockets) socket.end('server.stopping')
    const deadline = setTimeout(() => {
      for (const socket of this.#sockets) socket.terminate()
    }, graceMs)
    while (this.#sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 10))
    clearTimeout(deadline)
    for (const detach of this.#detach.splice(0)) detach()
  }

  #refuseNewcomer(): ErrorCode | null {
    if (this.#isStopping) return 'server.stopping'
    return this.#sockets.isFull ? 'request.tooMany' : null
  }

  #upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on('error', () => stream.destroy())
    const path = pathOf(request)
    const endpoint = this.#endpoints.find((candidate) => candidate.matches(path))
    const refusal = endpoint ? this.refuse(request) : 'request.notFound'
    if (!endpoint || refusal) {
      const code = refusal ?? 'request.notFound'
      this.#options.onRefused(code)
      return rejectUpgrade(stream, code)
    }
    this.#wss.handleUpgrade(request, stream, head, (ws) => {
      const opened = endpoint.accept({ request, makeWire: (events) => this.#makeWire({ ws, stream, events }) })
      if (opened) this.#sockets.watch(opened, stream)
    })
  }

  #makeWire({ ws, stream, events }: { ws: WebSocket; stream: Duplex; events: WireEvents }): WebSocketWire {
    const outbox = new Outbox(stream, this.#turn, () => ws.terminate())
    return new WebSocketWire({ ws, outbox, events })
  }

  #sendBeats(): void {
    const now = performance.now()
    for (const socket of this.#sockets) socket.beat(now)
    this.#sockets.sweep()
    for (const idle of this.#idle) idle.sweep(now)
  }
}
