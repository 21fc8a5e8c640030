import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { SeededRandom } from '@tafelrunde/participant/random'
import type { ProxyMode } from './ProxyMode.ts'

/** Where a request is lost. */
export type Loss = 'on its way' | 'before its answer' | 'within its answer'

/** The habits of a proxy at work, with the chance that its seed gives. */
export class Passage {
  readonly mode: ProxyMode
  readonly #random: SeededRandom

  constructor(mode: ProxyMode) {
    this.mode = mode
    this.#random = new SeededRandom(mode.seed ?? 1)
  }

  /** What happens to the next request; null when it passes. */
  lose(): Loss | null {
    if (!this.#random.chance(this.mode.dropChance ?? 0)) return null
    return this.#random.pick<Loss>(['on its way', 'before its answer', 'within its answer'])
  }

  /** Whether a WebSocket is cut at the next piece. */
  isCutHere(): boolean {
    return this.#random.chance((this.mode.dropChance ?? 0) / 10)
  }

  /** The pieces of a body, late or all at once as the mode says. */
  async *carry(pieces: AsyncIterable<Buffer>, { buffers = false } = {}): AsyncGenerator<Buffer> {
    const held: Buffer[] = []
    for await (const piece of pieces) {
      if (this.mode.delayMs !== undefined) await wait(this.mode.delayMs)
      if (buffers) held.push(piece)
      else yield piece
    }
    if (buffers) yield Buffer.concat(held)
  }

  /** Connect both ends of a WebSocket. */
  join(client: Duplex, server: Duplex): void {
    const end = (): void => {
      client.destroy()
      server.destroy()
    }
    const pass = async (from: Duplex, to: Duplex): Promise<void> => {
      for await (const piece of this.carry(from)) {
        if (this.mode.upgrades === 'silent') continue
        if (this.isCutHere()) break
        if (!to.write(piece)) await new Promise((resolve) => to.once('drain', resolve).once('close', resolve))
      }
    }
    for (const stream of [client, server]) stream.on('error', end).once('close', end)
    pass(client, server).then(end, end)
    pass(server, client).then(end, end)
  }
}
