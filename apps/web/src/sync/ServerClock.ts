/** More than clocks differ by their own: the device's clock was set, or the device slept. */
const JUMP_MS = 1_000

/** So often at most, and after so long at the latest, one measures again; both when there is reason to. */
const MEASURE_EVERY_MS = { atMost: 10_000, whenShown: 60_000 }

/** The server's time on this device: the device's clock plus what it was off at the best measurement. */
export class ServerClock {
  private offsetMs = 0
  private bestRoundTripMs = Number.POSITIVE_INFINITY
  private measuredAt = Number.NEGATIVE_INFINITY
  /** Device clock minus a clock that cannot be set. */
  private drift = Date.now() - performance.now()

  /** Take a measurement; one with a shorter way there and back replaces one with a longer. */
  learn({ serverTime, askedAt, answeredAt }: { serverTime: number; askedAt: number; answeredAt: number }): void {
    const roundTripMs = answeredAt - askedAt
    const offsetMs = serverTime - (askedAt + roundTripMs / 2)
    // A clock that was set in between makes the old measurement worthless, however quick it was.
    const hasJumped = this.hasJumped() || Math.abs(offsetMs - this.offsetMs) > this.bestRoundTripMs + roundTripMs
    this.measuredAt = performance.now()
    this.drift = Date.now() - performance.now()
    if (roundTripMs > this.bestRoundTripMs && !hasJumped) return
    this.bestRoundTripMs = roundTripMs
    this.offsetMs = offsetMs
  }

  now(): number {
    return Date.now() + this.offsetMs
  }

  /**
   * Whether to measure again: the page is shown or online again after a while, the device's clock has jumped, or the
   * server has sent a moment that has not come yet by this clock.
   */
  isDoubtful({ isWoken = false, happenedAt = 0 } = {}): boolean {
    const ageMs = performance.now() - this.measuredAt
    if (this.hasJumped()) return true
    return isWoken
      ? ageMs > MEASURE_EVERY_MS.whenShown
      : ageMs > MEASURE_EVERY_MS.atMost && happenedAt > this.now() + JUMP_MS
  }

  private hasJumped(): boolean {
    return Math.abs(Date.now() - performance.now() - this.drift) > JUMP_MS
  }
}
