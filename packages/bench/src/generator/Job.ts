import type { Place, WireName } from '../wire/Wire.ts'

/** A stretch of the load with one rate. */
export interface Phase {
  readonly name: string
  readonly editsPerClientPerSecond: number
  readonly seconds: number
  /** A warm-up is sent and checked like the rest, but gives no figures. */
  readonly isMeasured: boolean
}

/** One run of the generator: sent to its process as a message, so plain data. */
export interface Job {
  readonly wire: WireName
  readonly port: number
  /** One list of places per room; each place is one client. */
  readonly rooms: readonly (readonly Place[])[]
  readonly phases: readonly Phase[]
  /** SQLite file of a server that does not tell when an edit is durable; polled instead. */
  readonly databaseFile: string | null
  /** The server is going to be killed: stop at the first lost connection and tell what was acknowledged. */
  readonly expectsKill: boolean
  readonly seed: number
}

/** Distribution of a latency in milliseconds. */
export interface Distribution {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export interface PhaseResult {
  readonly name: string
  /** Intended send time → another client in the room holds the edit. */
  readonly toPeer: Distribution
  /** Intended send time → the server holds it durably (acknowledged, or seen in the file). */
  readonly toDurable: Distribution
  /** How late the generator itself sent; the part of the figures that is its own. */
  readonly sendLateness: Distribution
}

/** What one client got acknowledged: for each edit the Yjs clock that whoever holds it has reached. */
export interface Acknowledged {
  readonly room: number
  readonly clientId: number
  readonly clocks: readonly number[]
}

export interface JobResult {
  readonly phases: readonly PhaseResult[]
  readonly sentEdits: number
  /** Share of a core that the generator used while it sent. */
  readonly generatorCpu: number
  readonly acknowledged: readonly Acknowledged[]
  /** Why the run is void; empty when every client and the server hold the same content. */
  readonly problems: readonly string[]
}
