/** A request whose frames cannot be passed on yet is answered after this time; its client asks again. */
const LONGEST_WAIT_MS = 5_000

/**
 * Frames on their way in, numbered from 1; each is passed on once and in order, and only while its reader reads.
 *
 * Holds the frames of one request at most: the next one waits outside.
 */
export class Inbox {
  readonly #receive: (frame: Uint8Array) => void
  /** Number of the last frame that was taken. */
  #taken = 0
  #frames: readonly Uint8Array[] = []
  #next = 0
  #isPaused = false
  #isClosed = false
  #isDelivering = false
  #waiting = new Set<() => void>()

  constructor(receive: (frame: Uint8Array) => void) {
    this.#receive = receive
  }

  get isPaused(): boolean {
    return this.#isPaused
  }

  /** Everything that was taken is passed on. */
  get isEmpty(): boolean {
    return this.#next === this.#frames.length
  }

  /** Whether frames from this number on follow what was taken, or repeat it. */
  continuesAt(first: number): boolean {
    return first >= 1 && first <= this.#taken + 1
  }

  /** Take the frames that are new. The inbox must be empty. */
  take(first: number, frames: readonly Uint8Array[]): void {
    const known = this.#taken + 1 - first
    if (this.#isClosed || frames.length <= known) return
    this.#frames = frames
    this.#next = known
    this.#taken = first + frames.length - 1
    this.#deliver()
  }

  pause(): void {
    this.#isPaused = true
  }

  resume(): void {
    if (!this.#isPaused) return
    this.#isPaused = false
    setImmediate(() => this.#deliver())
  }

  /** Drop what is not passed on. */
  close(): void {
    this.#isClosed = true
    this.#frames = []
    this.#next = 0
    this.#wake()
  }

  /** Resolves when the inbox is empty, `signal` aborts, or it has taken too long; true if it is empty. */
  async emptied(signal: AbortSignal): Promise<boolean> {
    if (this.isEmpty || signal.aborted) return this.isEmpty
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, LONGEST_WAIT_MS)
      const waiting = this.#waiting
      function done(): void {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        waiting.delete(done)
        resolve()
      }
      signal.addEventListener('abort', done)
      waiting.add(done)
    })
    return this.isEmpty
  }

  #deliver(): void {
    if (this.#isDelivering) return
    this.#isDelivering = true
    try {
      while (!this.#isPaused && !this.isEmpty) {
        const frame = this.#frames[this.#next] as Uint8Array
        this.#next += 1
        this.#receive(frame)
      }
    } finally {
      this.#isDelivering = false
    }
    if (!this.isEmpty) return
    this.#frames = []
    this.#next = 0
    this.#wake()
  }

  #wake(): void {
    for (const done of this.#waiting) done()
  }
}
