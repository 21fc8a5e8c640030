import { AppError } from '@tafelrunde/protocol'
import type { LinkId } from './LinkStore.ts'

/** Two large workshops may press Join in the same second; a script that takes seats is slowed to three per second. */
const BURST = 150
const REFILL_PER_SECOND = 3

/** Buckets that have been full for this long are forgotten. */
const FORGET_AFTER_MS = (BURST / REFILL_PER_SECOND) * 1000

/** Bounds how fast seats are taken through one link, whoever takes them: many people share one address. */
export class LinkThrottle {
  readonly #now: () => number
  readonly #buckets = new Map<LinkId, { tokens: number; at: number }>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** @throws AppError `request.tooMany` */
  take(linkId: LinkId): void {
    const now = this.#now()
    this.#forgetFull(now)
    const bucket = this.#buckets.get(linkId) ?? { tokens: BURST, at: now }
    const tokens = Math.min(BURST, bucket.tokens + ((now - bucket.at) / 1000) * REFILL_PER_SECOND)
    if (tokens < 1) throw new AppError('request.tooMany', 'too many seats are being taken through this link')
    this.#buckets.set(linkId, { tokens: tokens - 1, at: now })
  }

  #forgetFull(now: number): void {
    for (const [linkId, { at }] of this.#buckets) if (now - at > FORGET_AFTER_MS) this.#buckets.delete(linkId)
  }
}
