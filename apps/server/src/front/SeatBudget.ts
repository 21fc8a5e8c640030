/** How much of something a seat may have: `perSecond` for ever, and `burst` at once. */
interface Rate {
  readonly perSecond: number
  readonly burst: number
  /** Whoever spends it asks first and waits; it does not stop the reading. */
  readonly isAskedFirst?: true
}

/**
 * What one seat may ask of the server, over all its sockets and tabs. Nothing is counted per address: 500 people of
 * one building share one. Found by what honest work needs at most: a laptop that comes back after an hour brings some
 * 20,000 queued frames at once, twenty tabs of a large board fetch 30 MB when the server restarts, a script that fills
 * a board makes some dozen edits a second.
 */
const RATES: Readonly<Record<Spending, Rate>> = {
  frames: { perSecond: 1_000, burst: 25_000 },
  bytes: { perSecond: 500_000, burst: 8_000_000 },
  openings: { perSecond: 10, burst: 400 },
  structs: { perSecond: 3_000, burst: 100_000 },
  visits: { perSecond: 1_000_000, burst: 10_000_000 },
  writes: { perSecond: 100, burst: 300, isAskedFirst: true },
  presence: { perSecond: 100, burst: 500, isAskedFirst: true },
  handshakes: { perSecond: 5, burst: 300, isAskedFirst: true },
  answerBytes: { perSecond: 2_000_000, burst: 32_000_000, isAskedFirst: true },
  // A full board takes some milliseconds to write down: one after the other, so that the others' edits come between.
  handshakesAtOnce: { perSecond: 40, burst: 4, isAskedFirst: true },
  answerBytesAtOnce: { perSecond: 1_500_000, burst: 200_000, isAskedFirst: true },
  clientIds: { perSecond: 2, burst: 300, isAskedFirst: true },
}

/**
 * What a seat spends: frames and bytes that it sends, tokens that it shows, structs that it adds, structs that have to be
 * looked at to check an update; edits that are written one by one, presence frames, requests for a document's content and the bytes of
 * the answers, client ids that nobody had before.
 */
export type Spending =
  | 'frames'
  | 'bytes'
  | 'openings'
  | 'structs'
  | 'visits'
  | 'writes'
  | 'presence'
  | 'handshakes'
  | 'handshakesAtOnce'
  | 'answerBytes'
  | 'answerBytesAtOnce'
  | 'clientIds'

/** Whoever is held up for this long without a pause does not mean to use the board. */
const EXHAUSTED_AFTER_MS = 60_000

/** Bursts of more than this many times the allowed one are no accident; between them lies what was under way. */
const EXHAUSTED_BURSTS = 4

/**
 * The rates of one seat, as buckets that leak.
 *
 * R1  Within the burst nothing waits; beyond it the answer is the time until it fits again.
 * R2  What is asked for first is delayed, merged or refused by whoever asks; it exhausts nobody.
 * R3  A seat is exhausted when it was held up for a minute on end, or took several bursts at once.
 */
export class SeatBudget {
  readonly #buckets = new Map<Spending, { level: number; at: number; overSince: number | null }>()
  /** Of what too much was asked, until nothing of it is left to remember. */
  readonly #exhausted = new Set<Spending>()

  /** Milliseconds until something may be spent; 0: now. `now` is monotonic. */
  waitFor(what: Spending, now = performance.now()): number {
    const bucket = this.#buckets.get(what)
    if (!bucket) return 0
    const { perSecond, burst } = RATES[what]
    const level = bucket.level - ((now - bucket.at) / 1000) * perSecond
    return level < burst ? 0 : ((level - burst) / perSecond) * 1000 + 1
  }

  /** Spend it, allowed or not; returns the milliseconds for which the seat is not read. */
  spend(what: Spending, amount = 1, now = performance.now()): number {
    const { perSecond, burst, isAskedFirst } = RATES[what]
    let bucket = this.#buckets.get(what)
    if (!bucket) {
      bucket = { level: 0, at: now, overSince: null }
      this.#buckets.set(what, bucket)
    }
    const level = Math.max(0, bucket.level - ((now - bucket.at) / 1000) * perSecond)
    if (level === 0) this.#exhausted.delete(what)
    // One second below, or the pauses themselves would look like rest.
    if (level < burst - perSecond) bucket.overSince = null
    bucket.level = level + amount
    bucket.at = now
    if (isAskedFirst) return 0
    if (bucket.level <= burst) return 0
    bucket.overSince ??= now
    const isTooMuch = now - bucket.overSince > EXHAUSTED_AFTER_MS || bucket.level > burst * EXHAUSTED_BURSTS
    if (isTooMuch) this.#exhausted.add(what)
    return ((bucket.level - burst) / perSecond) * 1000 + 1
  }

  /** Whether the seat has asked for so much that its sockets are closed. */
  get isExhausted(): boolean {
    return this.#exhausted.size > 0
  }

  /** Nothing that it has to remember is left, so it can be forgotten. */
  isFull(now = performance.now()): boolean {
    for (const [what, { level, at }] of this.#buckets) {
      if (level > ((now - at) / 1000) * RATES[what].perSecond) return false
    }
    return true
  }
}
