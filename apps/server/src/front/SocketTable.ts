import type { Duplex } from 'node:stream'
import type { SeatId } from '@tafelrunde/schema/plain'
import type { FrontSocket } from './FrontSocket.ts'
import { SeatBudget } from './SeatBudget.ts'

/** Sockets that one process takes; beyond it a newcomer is told to come back, instead of everybody slowing down. */
export const MAX_SOCKETS = 5_000

/** Sockets without an accepted token; an honest one is among them for some milliseconds. */
export const MAX_STRANGERS = 1_000

/** What all of them together may have sent. */
export const MAX_STRANGER_BYTES = 16 * 1024 * 1024

/** Twenty tabs, and the dead sockets of a network that comes and goes. */
export const MAX_SOCKETS_PER_SEAT = 30

interface Stranger {
  bytes: number
  /** Null when nobody watches its stream; then its frames count. */
  unwatch: (() => void) | null
}

interface SeatSockets {
  readonly budget: SeatBudget
  readonly sockets: Set<FrontSocket>
}

/**
 * All sockets of the front: those that have not shown a token yet, and those of each seat.
 *
 * A5  Sockets without a token are bounded in number and bytes; the oldest, or the one that has sent most, makes room
 *     for the newcomer, so that they keep nobody out.
 * A6  A seat has at most thirty sockets; the one that has been silent for longest makes room.
 * A7  A seat's budget outlives its sockets until it has recovered; an exhausted one ends all of them.
 */
export class SocketTable {
  readonly #all = new Set<FrontSocket>()
  /** Oldest first. */
  readonly #strangers = new Map<FrontSocket, Stranger>()
  #strangerBytes = 0
  readonly #seats = new Map<SeatId, SeatSockets>()
  readonly #seatOf = new Map<FrontSocket, SeatSockets>()

  get size(): number {
    return this.#all.size
  }

  get isFull(): boolean {
    return this.#all.size - this.#strangers.size >= MAX_SOCKETS
  }

  [Symbol.iterator](): IterableIterator<FrontSocket> {
    return this.#all.values()
  }

  add(socket: FrontSocket): void {
    this.#all.add(socket)
    this.#strangers.set(socket, { bytes: 0, unwatch: null })
    if (this.#strangers.size <= MAX_STRANGERS) return
    const [oldest] = this.#strangers.keys()
    oldest?.terminate()
  }

  /** Count what arrives on a stranger's stream, whole frames or not. */
  watch(socket: FrontSocket, stream: Duplex): void {
    const stranger = this.#strangers.get(socket)
    if (!stranger) return
    const count = (chunk: Buffer): void => this.#received(stranger, chunk.length)
    stream.on('data', count)
    stranger.unwatch = () => stream.off('data', count)
  }

  /** Count what a stranger brings that has no stream of its own, by plain HTTP requests. */
  heard(socket: FrontSocket, bytes: number): void {
    const stranger = this.#strangers.get(socket)
    if (stranger && !stranger.unwatch) this.#received(stranger, bytes)
  }

  /** A token of the socket was accepted. */
  admitted(socket: FrontSocket): void {
    const stranger = this.#strangers.get(socket)
    if (!stranger) return
    stranger.unwatch?.()
    this.#strangerBytes -= stranger.bytes
    this.#strangers.delete(socket)
  }

  /** A socket has opened its first document: its seat is known, and pays for it from now on. */
  seated(socket: FrontSocket, seatId: SeatId): SeatBudget {
    this.admitted(socket)
    const seat = this.#seats.get(seatId) ?? { budget: new SeatBudget(), sockets: new Set() }
    this.#seats.set(seatId, seat)
    seat.sockets.add(socket)
    this.#seatOf.set(socket, seat)
    if (seat.sockets.size > MAX_SOCKETS_PER_SEAT) {
      const others = Array.from(seat.sockets).filter((other) => other !== socket)
      const silent = others.reduce((a, b) => (b.lastHeardAt < a.lastHeardAt ? b : a))
      seat.sockets.delete(silent)
      silent.end('request.tooMany')
    }
    return seat.budget
  }

  /** The budget of a socket is used up. */
  exhausted(socket: FrontSocket): void {
    socket.end('request.tooMany')
    for (const other of this.#seatOf.get(socket)?.sockets ?? []) other.end('request.tooMany')
  }

  closed(socket: FrontSocket): void {
    this.#all.delete(socket)
    this.admitted(socket)
    this.#seatOf.get(socket)?.sockets.delete(socket)
    this.#seatOf.delete(socket)
  }

  /** Forget the budgets that have recovered. */
  sweep(): void {
    for (const [seatId, { sockets, budget }] of this.#seats) {
      if (sockets.size === 0 && budget.isFull()) this.#seats.delete(seatId)
    }
  }

  #received(stranger: Stranger, bytes: number): void {
    stranger.bytes += bytes
    this.#strangerBytes += bytes
    while (this.#strangerBytes > MAX_STRANGER_BYTES) this.#dropLoudest()
  }

  #dropLoudest(): void {
    const [loudest] = Array.from(this.#strangers).reduce((a, b) => (b[1].bytes > a[1].bytes ? b : a))
    this.admitted(loudest)
    loudest.terminate()
  }
}
