import type { DocumentName } from '@tafelrunde/protocol'

/**
 * What may arrive for the documents of a socket that are on their way in; then it is not read until they are open. A
 * laptop that comes back brings its queued edits at once.
 */
const MAX_BYTES = 1_500_000
const MAX_FRAMES = 500

/** What may arrive for documents for which no token was shown. */
const MAX_UNASKED_FRAMES = 50

interface OpeningDocument {
  readonly frames: Uint8Array[]
  hasToken: boolean
}

/** The documents of one socket that are on their way in, and what has arrived for them meanwhile, in its order. */
export class EarlyFrames {
  readonly #opening = new Map<DocumentName, OpeningDocument>()
  #bytes = 0
  #frames = 0

  /** How many documents are on their way in. */
  get documents(): number {
    return this.#opening.size
  }

  /** As much has arrived as may. */
  get isFull(): boolean {
    return this.#bytes > MAX_BYTES || this.#frames > MAX_FRAMES
  }

  /** Nothing that is under way would make room: no document is waiting for its answer. */
  get isStuck(): boolean {
    return this.isFull && !Array.from(this.#opening.values()).some(({ hasToken }) => hasToken)
  }

  has(name: DocumentName): boolean {
    return this.#opening.has(name)
  }

  begin(name: DocumentName): void {
    this.#opening.set(name, { frames: [], hasToken: false })
  }

  /** Whether this is the document's first token, which the engine gets at once; every later one is kept. */
  takesToken(name: DocumentName): boolean {
    const opening = this.#opening.get(name)
    if (!opening || opening.hasToken) return false
    opening.hasToken = true
    return true
  }

  /** Keep a frame of a document that has begun; false: too many have come without a token. */
  keep(name: DocumentName, raw: Uint8Array): boolean {
    const opening = this.#opening.get(name)
    if (!opening || (!opening.hasToken && opening.frames.length >= MAX_UNASKED_FRAMES)) return false
    opening.frames.push(raw)
    this.#bytes += raw.length
    this.#frames += 1
    return true
  }

  /** The document is open or refused: give back what has arrived for it. */
  take(name: DocumentName): readonly Uint8Array[] {
    const frames = this.#opening.get(name)?.frames ?? []
    this.#opening.delete(name)
    this.#frames -= frames.length
    for (const raw of frames) this.#bytes -= raw.length
    return frames
  }

  clear(): void {
    this.#opening.clear()
  }
}
