/** What a held frame waits for. */
export interface HeldParts {
  /** Milliseconds until the next one may pass; 0: now. */
  readonly waitMs: () => number
  readonly pass: (raw: Uint8Array) => void
}

/**
 * Frames of which only the newest counts (a position, a request for everything): when its seat has used up what it may
 * spend on them, the newest one waits and takes the place of those before it.
 */
export class Held {
  readonly #parts: HeldParts
  #raw: Uint8Array | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(parts: HeldParts) {
    this.#parts = parts
  }

  take(raw: Uint8Array): void {
    this.#raw = raw
    if (!this.#timer) this.#passOrWait()
  }

  clear(): void {
    this.#raw = null
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #passOrWait(): void {
    this.#timer = null
    const raw = this.#raw
    if (!raw) return
    const waitMs = this.#parts.waitMs()
    if (waitMs > 0) {
      this.#timer = setTimeout(() => this.#passOrWait(), waitMs)
      return
    }
    this.#raw = null
    this.#parts.pass(raw)
  }
}
