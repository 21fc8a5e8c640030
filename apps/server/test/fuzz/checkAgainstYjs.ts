import { AppError } from '@tafelrunde/protocol'
import { SeededRandom } from '@tafelrunde/testkit'
import * as Y from 'yjs'
import { mutate } from './mutate.ts'
import type { PreScan } from './PreScan.ts'
import type { Recording } from './recordSession.ts'

/** How a pre-scan and Yjs judge the same hostile bytes. */
export interface YjsFinding {
  readonly compared: number
  readonly accepted: number
  readonly disagreements: readonly string[]
  /** Refusals of what Yjs would have taken, by the words of the refusal. */
  readonly stricter: ReadonlyMap<string, number>
}

/** How much is compared. */
export interface YjsComparison {
  readonly seed: number
  /** Hostile versions of each recorded frame. */
  readonly perFrame: number
  readonly maxDisagreements?: number
}

/** Counts of an update that Yjs would allocate memory for before it notices; nobody lets it try. */
const TOO_MANY = 'claims more parts than it has bytes'

/**
 * Compare a pre-scan with Yjs on hostile versions of recorded frames.
 *
 * What it accepts, Yjs has to read with the same structs and deletions, apply without throwing and leave nothing
 * pending. With that, whatever Yjs rejects by throwing is refused.
 */
export function checkAgainstYjs(preScan: PreScan, recordings: Iterable<Recording>, how: YjsComparison): YjsFinding {
  const comparison = new Comparison(preScan, how)
  for (const recording of recordings) if (!comparison.compare(recording)) break
  return comparison
}

class Comparison implements YjsFinding {
  compared = 0
  accepted = 0
  readonly disagreements: string[] = []
  readonly stricter = new Map<string, number>()
  readonly #preScan: PreScan
  readonly #random: SeededRandom
  readonly #perFrame: number
  readonly #maxDisagreements: number

  constructor(preScan: PreScan, { seed, perFrame, maxDisagreements = 5 }: YjsComparison) {
    this.#preScan = preScan
    this.#random = new SeededRandom(seed)
    this.#perFrame = perFrame
    this.#maxDisagreements = maxDisagreements
  }

  /** False when enough was found. */
  compare({ start, frames, seed }: Recording): boolean {
    const server = new Y.Doc()
    Y.applyUpdate(server, start)
    for (const [at, { bytes }] of frames.entries()) {
      const state = Y.encodeStateAsUpdate(server)
      for (let version = 0; version < this.#perFrame; version += 1) {
        const other = this.#random.pick(frames).bytes
        const hostile = mutate(bytes, this.#random, other)
        const problem = this.#judge(server, state, hostile.bytes)
        this.compared += 1
        if (problem)
          this.disagreements.push(`session ${seed} frame ${at} ${hostile.name} ${hex(hostile.bytes)}: ${problem}`)
        if (this.disagreements.length >= this.#maxDisagreements) return false
      }
      Y.applyUpdate(server, bytes)
    }
    return true
  }

  #judge(server: Y.Doc, state: Uint8Array, bytes: Uint8Array): string | null {
    const seen: string[] = []
    let resolved: ReturnType<PreScan['resolve']>
    try {
      this.#preScan.scan(bytes, {
        struct: ({ client, clock, length }) => seen.push(`${client} ${clock} ${length}`),
        deletion: (client, clock, length) => seen.push(`deleted ${client} ${clock} ${length}`),
      })
      resolved = this.#preScan.resolve(server, bytes)
    } catch (error) {
      if (!(error instanceof AppError)) return `threw ${String(error)}`
      if (error.message !== TOO_MANY && takes(state, bytes)) {
        this.stricter.set(error.message, (this.stricter.get(error.message) ?? 0) + 1)
      }
      return null
    }
    this.accepted += 1
    try {
      if (seen.join() !== readByYjs(bytes).join()) return 'Yjs reads other structs or deletions'
      return this.#applied(state, bytes, resolved.isKnown)
    } catch (error) {
      return `Yjs throws ${String(error)}`
    }
  }

  #applied(state: Uint8Array, bytes: Uint8Array, isKnown: boolean): string | null {
    const ydoc = new Y.Doc()
    Y.applyUpdate(ydoc, state)
    let events = 0
    ydoc.on('update', () => (events += 1))
    Y.applyUpdate(ydoc, bytes)
    if (ydoc.store.pendingStructs || ydoc.store.pendingDs) return 'Yjs waits for something that is missing'
    if (isKnown && events > 0) return 'it changes the document and is said to be known'
    const replayed = new Y.Doc()
    Y.applyUpdate(replayed, Y.encodeStateAsUpdate(ydoc))
    if (replayed.store.pendingStructs || replayed.store.pendingDs) return 'its state does not load again'
    return null
  }
}

/** Whether Yjs takes bytes without throwing and without waiting for anything. */
function takes(state: Uint8Array, bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes)
    const ydoc = new Y.Doc()
    Y.applyUpdate(ydoc, state)
    Y.applyUpdate(ydoc, bytes)
    return !ydoc.store.pendingStructs && !ydoc.store.pendingDs
  } catch {
    return false
  }
}

function readByYjs(bytes: Uint8Array): readonly string[] {
  const { structs, ds } = Y.decodeUpdate(bytes)
  const deletions = Array.from(ds.clients).flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => `deleted ${client} ${clock} ${len}`),
  )
  const whole = structs.filter((struct) => !(struct instanceof Y.Skip))
  return [...whole.map(({ id, length }) => `${id.client} ${id.clock} ${length}`), ...deletions]
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
