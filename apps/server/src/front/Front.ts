import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { LIMITS } from '@tafelrunde/schema/plain'
import { WebSocketServer, type WebSocket } from 'ws'
import { refuseSocket, rejectUpgrade, type OriginCheck } from './acceptSocket.ts'
import { FrontSocket, type Engine } from './FrontSocket.ts'
import { Outbox, OutboxTurn } from './Outbox.ts'

/** How often sockets are pinged and the silent ones cut off; half of what the provider tolerates. */
const BEAT_MS = 15_000

/** Sockets that one process takes; beyond it a newcomer is told to come back, instead of everybody slowing down. */
const MAX_SOCKETS = 5_000

/** A frame is an update and its address. */
const MAX_FRAME_BYTES = LIMITS.updateBytes + 4_096

/** What the front needs from its surroundings. */
export interface FrontOptions {
  readonly isAllowedOrigin: OriginCheck
  /** Make the engine's end of a new socket. */
  readonly connectEngine: (socket: FrontSocket) => Engine
  readonly onRefused: (code: string) => void
}

/**
 * Owns every socket of the sync protocol.
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
  })
  readonly #sockets = new Set<FrontSocket>()
  readonly #turn = new OutboxTurn()
  #beat: NodeJS.Timeout | null = null
  #isStopping = false
  #detach: (() => void)[] = []

  constructor(options: FrontOptions) {
    this.#options = options
  }

  attach(server: Server): void {
    const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
      this.#upgrade(request, socket, head)
    server.on('upgrade', upgrade)
    this.#detach.push(() => server.off('upgrade', upgrade))
    this.#beat ??= setInterval(() => this.#sendBeats(), BEAT_MS).unref()
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

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    const refusal = this.#isStopping
      ? 'server.stopping'
      : (refuseSocket(request, this.#options.isAllowedOrigin) ??
        (this.#sockets.size >= MAX_SOCKETS ? 'request.tooMany' : null))
    if (refusal) {
      this.#options.onRefused(refusal)
      return rejectUpgrade(socket, refusal)
    }
    this.#wss.handleUpgrade(request, socket, head, (ws) => this.#accept(ws, socket))
  }

  #accept(ws: WebSocket, socket: Duplex): void {
    const outbox = new Outbox(socket, this.#turn, () => ws.terminate())
    const front = new FrontSocket(ws, outbox)
    this.#sockets.add(front)
    ws.once('close', () => this.#sockets.delete(front))
    front.connect(this.#options.connectEngine(front))
  }

  #sendBeats(): void {
    const now = Date.now()
    for (const socket of this.#sockets) socket.beat(now)
  }
}
