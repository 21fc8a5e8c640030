const FIRST_DELAY_MS = 100
const LONGEST_DELAY_MS = 3_000

/**
 * A direction in which nothing has gone through for this long is given up, and with it the connection: whoever uses it
 * shall know that it has none. Shorter than the server keeps a silent connection (100 s).
 */
const GIVE_UP_MS = 40_000

/** No try takes longer; a page that slept meanwhile must not take its sleep for a dead network. */
const LONGEST_TRY_MS = 35_000

/** How long one direction of a connection waits after a failure, and when it gives up. */
export class Retry {
  #failures = 0
  #failingSince: number | null = null

  succeeded(): void {
    this.#failures = 0
    this.#failingSince = null
  }

  /** It was put off, not lost: tries go on getting rarer, and none of them counts towards giving up. */
  wasPutOff(): void {
    this.#failingSince = null
  }

  /** Whether the direction works as far as is known. */
  get isWell(): boolean {
    return this.#failures === 0
  }

  /** Time to wait before the next try in milliseconds, or null when it is over. `startedAt`: of the failed try. */
  failed(startedAt: number): number | null {
    this.#failingSince ??= Math.max(startedAt, Date.now() - LONGEST_TRY_MS)
    if (Date.now() - this.#failingSince > GIVE_UP_MS) return null
    const longest = Math.min(FIRST_DELAY_MS * 2 ** this.#failures, LONGEST_DELAY_MS)
    this.#failures += 1
    // Clients of one broken proxy must not come back all at once.
    return longest * (0.5 + Math.random() / 2)
  }
}
