import { ByteReader } from '../ByteReader.ts'

/** What a client repeats may be a little longer than what it was told. */
const REPEATED_SHARE = 1.25
const REPEATED_EXTRA_BYTES = 64

/** Beyond this nothing is saved up; a client repeats at once. */
const MOST_SAVED_BYTES = 2_000_000

/** Who is in an awareness message, how new, and whether it says that they left. */
export interface AwarenessEntry {
  readonly clientId: number
  readonly clock: number
  readonly isGone: boolean
}

/**
 * What a client repeats of what it was told.
 *
 * The unmodified client sends every change of somebody else back. On a busy board that is as much as a seat may send in
 * all; it is passed over here, before the seat pays for it, as far as it is no more than what the client was told.
 */
export class Echoes {
  /** The clock that was told last, by client id. */
  readonly #told = new Map<number, number>()
  #savedBytes = 0

  /** An awareness message goes out. */
  tell(entries: readonly AwarenessEntry[], bytes: number): void {
    for (const { clientId, clock, isGone } of entries) {
      if (isGone) this.#told.delete(clientId)
      else this.#told.set(clientId, clock)
    }
    this.#savedBytes = Math.min(MOST_SAVED_BYTES, this.#savedBytes + bytes * REPEATED_SHARE + REPEATED_EXTRA_BYTES)
  }

  /** Whether an awareness message that comes in says nothing but what was told before. */
  has(message: Uint8Array): boolean {
    if (this.#told.size === 0 || message.length > this.#savedBytes) return false
    const entries = entriesOf(message)
    // That somebody left may be the client's word about itself, with the clock that it was told.
    const isNews = ({ clientId, clock, isGone }: AwarenessEntry): boolean =>
      isGone || clock > (this.#told.get(clientId) ?? -1)
    if (!entries || entries.length === 0 || entries.some(isNews)) return false
    this.#savedBytes -= message.length
    return true
  }
}

/** Read an awareness message without its states; null if it is none. */
export function entriesOf(message: Uint8Array): readonly AwarenessEntry[] | null {
  try {
    const body = new ByteReader(new ByteReader(message.subarray(1)).block())
    const entries: AwarenessEntry[] = []
    for (let left = body.count(3); left > 0; left -= 1) {
      const [clientId, clock, state] = [body.uint(), body.uint(), body.block()]
      entries.push({ clientId, clock, isGone: state.length === 4 && Buffer.from(state).toString() === 'null' })
    }
    return entries
  } catch {
    return null
  }
}
