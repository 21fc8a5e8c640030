/**
 * What the bodies that are being read may take together. When it is used up, the one that has been read for longest
 * gives way: bodies that are sent slowly on purpose keep nobody out.
 */
export class BodyRoom {
  readonly #maxBytes: number
  /** Oldest first. */
  readonly #readers = new Map<AbortController, number>()
  #bytes = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** Begin with a body; the signal tells that it has to give way. */
  enter(): { readonly signal: AbortSignal; add(bytes: number): void; leave(): void } {
    const reader = new AbortController()
    this.#readers.set(reader, 0)
    return {
      signal: reader.signal,
      add: (bytes) => {
        const before = this.#readers.get(reader)
        if (before === undefined) return
        this.#readers.set(reader, before + bytes)
        this.#bytes += bytes
        while (this.#bytes > this.#maxBytes) this.#dropOldest()
      },
      leave: () => this.#leave(reader),
    }
  }

  #leave(reader: AbortController): void {
    this.#bytes -= this.#readers.get(reader) ?? 0
    this.#readers.delete(reader)
  }

  #dropOldest(): void {
    const [oldest] = this.#readers.keys()
    if (!oldest) return
    this.#leave(oldest)
    oldest.abort()
  }
}
