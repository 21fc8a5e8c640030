import { AppError } from '@tafelrunde/protocol'
import type { WorkshopId } from '@tafelrunde/schema/plain'

/** After this many failures within a minute, failing answers of the workshop come late. */
const FREE_FAILURES = 5
const STEP_MS = 250
const LONGEST_MS = 3_000
const WINDOW_MS = 60_000

/** Workshops that are remembered; a script can name any number that does not exist. */
const MOST_WORKSHOPS = 10_000

/** Failures that wait at the same time; beyond it they are told so at once, which bounds memory and sockets. */
const MOST_WAITING = 20

/**
 * Slows down those who guess recovery codes, per workshop, and never those who know one: only failures are counted and
 * made to wait, a right code passes at once whatever anybody else is doing. The 60 bits of a code do the rest.
 */
export class RecoveryBrake {
  readonly #now: () => number
  readonly #wait: (ms: number) => Promise<void>
  /** Oldest first, so that forgetting looks at no entry twice. */
  readonly #workshops = new Map<WorkshopId, { failures: number; waiting: number; since: number }>()

  constructor(parts: { now: () => number; wait: (ms: number) => Promise<void> }) {
    this.#now = parts.now
    this.#wait = parts.wait
  }

  /** Resolves when the failure may be told. @throws AppError `recovery.slowedDown` */
  async failed(workshopId: WorkshopId): Promise<void> {
    const now = this.#now()
    this.#forgetOld(now)
    const entry = this.#workshops.get(workshopId) ?? { failures: 0, waiting: 0, since: now }
    this.#workshops.set(workshopId, entry)
    entry.failures += 1
    if (entry.waiting >= MOST_WAITING) throw new AppError('recovery.slowedDown', 'too many wrong codes at once')
    const ms = Math.min(LONGEST_MS, Math.max(0, entry.failures - FREE_FAILURES) * STEP_MS)
    if (ms === 0) return
    entry.waiting += 1
    await this.#wait(ms).finally(() => {
      entry.waiting -= 1
    })
  }

  #forgetOld(now: number): void {
    for (const [id, { since, waiting }] of this.#workshops) {
      if (now - since <= WINDOW_MS && this.#workshops.size <= MOST_WORKSHOPS) return
      if (waiting === 0) this.#workshops.delete(id)
    }
  }
}
