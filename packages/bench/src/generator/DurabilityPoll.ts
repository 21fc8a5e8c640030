import { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'

const POLL_MS = 10

/**
 * Watches the file of a server that acknowledges before it stores: tells which clocks of which clients are in the
 * file, at most 10 ms after they came there.
 */
export class DurabilityPoll {
  readonly #database: DatabaseSync
  readonly #timer: NodeJS.Timeout
  readonly #onDurable: (clientId: number, clock: number) => void
  #seenVersion: unknown = null

  constructor(databaseFile: string, onDurable: (clientId: number, clock: number) => void) {
    this.#database = new DatabaseSync(databaseFile, { readOnly: true, timeout: 2000 })
    this.#onDurable = onDurable
    this.#timer = setInterval(() => this.#look(), POLL_MS)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#database.close()
  }

  #look(): void {
    const version = this.#database.prepare('PRAGMA data_version').get()?.['data_version']
    if (version === this.#seenVersion) return
    this.#seenVersion = version
    for (const { data } of this.#database.prepare('SELECT data FROM documents').all()) {
      if (!(data instanceof Uint8Array)) continue
      const clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(data))
      for (const [clientId, clock] of clocks) this.#onDurable(clientId, clock)
    }
  }
}
