/** Refusals that are told at once: a freeze, the next step, a mistake. */
const FREE = 3

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 4_000

/** A ticket that was not refused for this long begins anew. */
const FORGET_AFTER_MS = 60_000

/** Tickets that are remembered; beyond it the oldest are forgotten. */
const MOST_TICKETS = 10_000

/**
 * Holds up clients that are refused again and again.
 *
 * The unmodified client takes every connection for a success and comes back a tenth of a second after it was closed,
 * with the same ticket and the same refused edit. It comes back later if its socket is closed later.
 */
export class ReturnBrake {
  readonly #now: () => number
  /** By ticket; the one refused last stands last. */
  readonly #refusals = new Map<string, { count: number; at: number }>()

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** A connection with this ticket is refused; how long to wait before it is closed. */
  refused(ticket: string): number {
    const now = this.#now()
    const last = this.#refusals.get(ticket)
    const count = last && now - last.at < FORGET_AFTER_MS ? last.count + 1 : 1
    this.#refusals.delete(ticket)
    this.#refusals.set(ticket, { count, at: now })
    if (this.#refusals.size > MOST_TICKETS) {
      for (const oldest of this.#refusals.keys()) {
        this.#refusals.delete(oldest)
        break
      }
    }
    return count <= FREE ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (count - FREE - 1))
  }
}
