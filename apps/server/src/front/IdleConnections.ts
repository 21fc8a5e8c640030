import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** Connections that may wait for a request at the same time; browsers keep some of them open in advance. */
export const MAX_IDLE = 2_000

/** Time for the head of a connection's first request; whoever sends it byte by byte is let go. */
export const HEAD_MS = 10_000

/**
 * The connections of a server that have no request under way: new ones, slow ones, and those kept open for the next.
 *
 * A8  The number of them is bounded, and the one that has been idle for longest makes room; a connection that has not
 *     brought the head of its first request within ten seconds is cut off, at the next beat.
 */
export class IdleConnections {
  /** Longest idle first, with the time of its opening if it has never made a request. */
  readonly #idle = new Map<Duplex, number | null>()
  readonly #detach: () => void

  constructor(server: Server) {
    const opened = (socket: Socket): void => {
      this.#add(socket, performance.now())
      socket.once('close', () => this.#idle.delete(socket))
    }
    const asked = (request: IncomingMessage, response: ServerResponse): void => {
      const { socket } = request
      this.#idle.delete(socket)
      response.once('close', () => !socket.destroyed && this.#add(socket, null))
    }
    const upgraded = (request: IncomingMessage): void => void this.#idle.delete(request.socket)
    server.on('connection', opened).on('request', asked).on('upgrade', upgraded)
    this.#detach = () => server.off('connection', opened).off('request', asked).off('upgrade', upgraded)
  }

  /** Cut off whoever has not sent a request in time. */
  sweep(now = performance.now()): void {
    for (const [socket, openedAt] of this.#idle) {
      if (openedAt !== null && now - openedAt > HEAD_MS) socket.destroy()
    }
  }

  close(): void {
    this.#detach()
    this.#idle.clear()
  }

  #add(socket: Duplex, openedAt: number | null): void {
    this.#idle.set(socket, openedAt)
    if (this.#idle.size <= MAX_IDLE) return
    const [longest] = this.#idle.keys()
    if (!longest) return
    this.#idle.delete(longest)
    longest.destroy()
  }
}
