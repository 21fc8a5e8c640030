import * as Y from 'yjs'
import type { Wire } from './Wire.ts'

/** Backlog beyond which updates are not queued any more; a diff brings them later, in less. */
export const BEHIND_BYTES = 512 * 1024

/** Backlog at which a reader has caught up: what it misses now arrives within a second on a slow line. */
const CAUGHT_UP_BYTES = 64 * 1024

/** What may be queued beside the content that was asked for: acknowledgements and other short frames. */
const MAX_SHORT_BYTES = 1024 * 1024

/** How often a reader that is behind is looked at. */
export const CHECK_MS = 250

/** A reader that takes nothing for this long is gone; one that takes something gets five minutes. */
const PATIENCE_MS = 30_000
const LONGEST_MS = 300_000

/** Clocks per client up to which a reader has a document. */
export type StateVector = ReadonlyMap<number, number>

/** A document that a reader has open, as far as catching up needs it. */
export interface ReadDocument {
  readonly ydoc: Y.Doc
  /** Send everything that the reader does not have, as one update, and the people who are there. */
  catchUp(from: Uint8Array): void
}

/**
 * What one reader has not taken yet.
 *
 * B1  Presence is left out first (the wire does that).
 * B2  A reader that is 512 kB behind gets no more updates of a document; its state at that moment is remembered, and
 *     when it has caught up it gets one diff from there, deletions included.
 * B3  Acknowledgements, refusals and other short frames are always queued, in their order; 1 MB of them ends it.
 * B4  A reader that takes nothing for 30 s while it is behind, or is behind for five minutes, is cut off.
 */
export class SlowReader {
  readonly #wire: Wire
  readonly #cutOff: () => void
  readonly #owed = new Map<ReadDocument, StateVector>()
  #shortUntilBytes = MAX_SHORT_BYTES
  #behindSince: number | null = null
  #lowestBytes = Infinity
  #lowestAt = 0
  #timer: NodeJS.Timeout | null = null

  constructor(parts: { wire: Wire; cutOff: () => void }) {
    this.#wire = parts.wire
    this.#cutOff = parts.cutOff
  }

  get isBehind(): boolean {
    return this.#owed.size > 0 || this.#wire.backlogBytes > BEHIND_BYTES
  }

  /** Whether an update of a document is owed instead of queued; `update` is already applied to the document. */
  owes(document: ReadDocument, update: Uint8Array): boolean {
    if (this.#owed.has(document)) return true
    if (this.#wire.backlogBytes <= BEHIND_BYTES) return false
    this.#owed.set(document, stateBefore(document.ydoc, update))
    this.#timer ??= setInterval(() => this.check(), CHECK_MS)
    return true
  }

  /** The content of a document was queued because the reader asked for it: nothing of it is owed any more. */
  contentQueued(document: ReadDocument | undefined): void {
    if (document) this.#owed.delete(document)
    this.#shortUntilBytes = this.#wire.backlogBytes + MAX_SHORT_BYTES
  }

  /** A short frame is to be queued; false if the reader was cut off instead. */
  takesShort(): boolean {
    if (this.#wire.backlogBytes <= this.#shortUntilBytes) return true
    this.#cutOff()
    return false
  }

  forget(document: ReadDocument): void {
    this.#owed.delete(document)
  }

  close(): void {
    this.#owed.clear()
    this.#stop()
  }

  /** Look whether the reader takes what it was sent; called now and then, often while it is behind. */
  check(now = performance.now()): void {
    if (!this.isBehind) return this.#stop()
    const backlog = this.#wire.backlogBytes
    this.#behindSince ??= now
    if (backlog < this.#lowestBytes) {
      this.#lowestBytes = backlog
      this.#lowestAt = now
    }
    if (now - this.#lowestAt > PATIENCE_MS || now - this.#behindSince > LONGEST_MS) return this.#cutOff()
    if (backlog <= CAUGHT_UP_BYTES) this.#payNext()
  }

  /** One document at a time: what it is owed may be much itself. */
  #payNext(): void {
    for (const [document, from] of this.#owed) {
      this.#owed.delete(document)
      document.catchUp(Y.encodeStateVector(from as Map<number, number>))
      this.#lowestBytes = Infinity
      break
    }
    this.#shortUntilBytes = this.#wire.backlogBytes + MAX_SHORT_BYTES
    if (!this.isBehind) this.#stop()
  }

  #stop(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    this.#behindSince = null
    this.#lowestBytes = Infinity
  }
}

/** What a reader has that got everything but this update. */
function stateBefore(ydoc: Y.Doc, update: Uint8Array): StateVector {
  const state = new Map(Y.decodeStateVector(Y.encodeStateVector(ydoc)))
  for (const [client, clock] of Y.parseUpdateMeta(update).from) {
    state.set(client, Math.min(state.get(client) ?? 0, clock))
  }
  return state
}
