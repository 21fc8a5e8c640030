import { crc32 } from 'node:zlib'
import type { SeededRandom } from '@tafelrunde/participant/random'
import { NetworkEnd, type EndParts } from './NetworkEnd.ts'
import type { VirtualClock } from './VirtualClock.ts'

/** How a network behaves, in milliseconds; each connection gets its latency, each message its jitter. */
export interface NetworkConditions {
  readonly minLatencyMs: number
  readonly maxLatencyMs: number
  readonly maxJitterMs: number
}

/** What a simulated network is made of. */
export interface NetworkOptions {
  readonly clock: VirtualClock
  readonly random: SeededRandom
  readonly conditions?: NetworkConditions
}

/** How a connection is cut. */
export interface CutOptions {
  /**
   * How long the server goes on without noticing. What was under way to it when the connection was cut may still arrive
   * in that time, beside what the client sends again over its next connection.
   */
  readonly serverNoticesAfterMs?: number
}

const DEFAULT_CONDITIONS: NetworkConditions = { minLatencyMs: 1, maxLatencyMs: 40, maxJitterMs: 15 }

interface Connection {
  readonly host: string
  readonly client: NetworkEnd
  readonly server: NetworkEnd
}

/**
 * A network between hosts and one server, in virtual time: latency, jitter, partitions, cuts.
 *
 * 1. Messages of one connection arrive in their order, each once, or not at all; those of different connections overtake
 *    each other. As TCP does.
 * 2. Everything that happens follows from the seed: two runs of the same program have the same `traceHash`.
 */
export class SimulatedNetwork {
  readonly #clock: VirtualClock
  readonly #random: SeededRandom
  readonly #conditions: NetworkConditions
  readonly #connections = new Set<Connection>()
  readonly #partitioned = new Set<string>()
  #accept: ((end: NetworkEnd) => void) | null = null
  #serials = 0
  #trace = 0
  #delivered = 0
  #lost = 0
  #cuts = 0

  constructor({ clock, random, conditions = DEFAULT_CONDITIONS }: NetworkOptions) {
    this.#clock = clock
    this.#random = random
    this.#conditions = conditions
  }

  /** A number that stands for all that has happened so far. */
  get traceHash(): number {
    return this.#trace
  }

  /** What has happened so far, so that a test can be sure that something did. */
  get counts(): { connections: number; delivered: number; lost: number; cuts: number } {
    return { connections: this.#serials, delivered: this.#delivered, lost: this.#lost, cuts: this.#cuts }
  }

  /** Take connections; null refuses them, as a server that is down does. */
  listen(accept: ((end: NetworkEnd) => void) | null): void {
    this.#accept = accept
  }

  /** Begin a connection from a host; it opens or closes later. */
  connect(host: string): NetworkEnd {
    const { minLatencyMs, maxLatencyMs, maxJitterMs } = this.#conditions
    const serial = (this.#serials += 1)
    const latencyMs = this.#random.integer(minLatencyMs, maxLatencyMs + 1)
    const part = (side: 'client' | 'server'): EndParts => ({
      clock: this.#clock,
      label: `${serial} ${side}`,
      delayMs: () => latencyMs + this.#random.integer(0, maxJitterMs + 1),
      isHeld: () => this.#partitioned.has(host),
      record: (what, bytes) => this.#record(`${serial} ${side} ${what}`, bytes),
      onClosed: () => this.#forget(connection),
    })
    const connection: Connection = {
      host,
      client: new NetworkEnd(part('client')),
      server: new NetworkEnd(part('server')),
    }
    this.#connections.add(connection)
    this.#clock.after(latencyMs * 2, () => this.#open(connection))
    return connection.client
  }

  /** Hold everything between a host and the server until `heal`. */
  partition(host: string): void {
    this.#record(`partition ${host}`)
    this.#partitioned.add(host)
  }

  heal(host: string): void {
    this.#record(`heal ${host}`)
    this.#partitioned.delete(host)
    for (const { host: of, client, server } of this.#connections) {
      if (of !== host) continue
      client.wake()
      server.wake()
    }
  }

  /** Break a host's connections without a goodbye. Returns how many there were. */
  cut(host: string, { serverNoticesAfterMs = 0 }: CutOptions = {}): number {
    const broken = Array.from(this.#connections).filter((connection) => connection.host === host)
    for (const { client, server } of broken) {
      this.#cuts += 1
      this.#record(`cut ${host}`)
      client.break()
      if (serverNoticesAfterMs === 0) server.break()
      else this.#clock.after(serverNoticesAfterMs, () => server.break())
    }
    return broken.length
  }

  /** Break everything, as a server that is killed does: what it sent last is lost with it. */
  cutAll(): void {
    for (const { client, server } of Array.from(this.#connections)) {
      this.#cuts += 1
      this.#record('cut')
      server.abandon()
      client.break()
    }
  }

  #open(connection: Connection): void {
    const { client, server, host } = connection
    const accept = this.#accept
    if (client.isClosed || !accept || this.#partitioned.has(host)) {
      server.abandon()
      return client.break()
    }
    client.connectTo(server)
    server.connectTo(client)
    accept(server)
    client.open()
  }

  #forget(connection: Connection): void {
    if (connection.client.isClosed && connection.server.isClosed) this.#connections.delete(connection)
  }

  #record(what: string, bytes?: Uint8Array): void {
    if (what.endsWith('lost')) this.#lost += 1
    if (bytes) {
      this.#delivered += 1
      this.#trace = crc32(bytes, this.#trace)
    }
    this.#trace = crc32(`${this.#clock.elapsedMs} ${what}`, this.#trace)
  }
}
