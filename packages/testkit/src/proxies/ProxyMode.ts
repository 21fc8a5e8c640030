/** What a proxy does to what goes through it; habits can be combined, none is `{}`. */
export interface ProxyMode {
  /**
   * What becomes of a WebSocket: it is refused with 403, its upgrade is never answered, or it opens and nothing ever
   * comes through it.
   */
  readonly upgrades?: 'refused' | 'unanswered' | 'silent'
  /** Answers are held back until they have ended. */
  readonly buffers?: boolean
  /** Every connection is cut this long after it was opened, whatever happens on it. */
  readonly cutAfterMs?: number
  /**
   * With this chance a request is lost on its way, loses its answer, or is cut within its answer; on a WebSocket each
   * piece has a tenth of it.
   */
  readonly dropChance?: number
  /** Decides which; the same for the same seed and order of requests. */
  readonly seed?: number
  /** Every piece, in both directions, is passed on this much later. */
  readonly delayMs?: number
}
