import { AppError } from '@tafelrunde/protocol'

/** How much may come at once, and how much goes on coming. */
export interface ThrottleLimits {
  readonly burst: number
  readonly perSecond: number
}

/** Bounds how often something happens under one key, whoever asks for it: many people share one address. */
export class Throttle<Key> {
  readonly #now: () => number
  readonly #limits: ThrottleLimits
  /** Longest unused first, so that forgetting looks at no bucket twice. */
  readonly #buckets = new Map<Key, { tokens: number; at: number }>()

  constructor(now: () => number, limits: ThrottleLimits) {
    this.#now = now
    this.#limits = limits
  }

  /** @throws AppError `request.tooMany` */
  take(key: Key): void {
    const { burst, perSecond } = this.#limits
    const now = this.#now()
    this.#forgetFull(now)
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
    if (tokens < 1) throw new AppError('request.tooMany', 'this comes too often')
    this.#buckets.delete(key)
    this.#buckets.set(key, { tokens: tokens - 1, at: now })
  }

  #forgetFull(now: number): void {
    const fullAfterMs = (this.#limits.burst / this.#limits.perSecond) * 1000
    for (const [key, { at }] of this.#buckets) {
      if (now - at <= fullAfterMs) return
      this.#buckets.delete(key)
    }
  }
}
