/** The server's time on this device: the device's clock plus what it was off at the best measurement. */
export class ServerClock {
  private offsetMs = 0
  private bestRoundTripMs = Number.POSITIVE_INFINITY

  /** Take a measurement; one with a shorter way there and back replaces one with a longer. */
  learn({ serverTime, askedAt, answeredAt }: { serverTime: number; askedAt: number; answeredAt: number }): void {
    const roundTripMs = answeredAt - askedAt
    const offsetMs = serverTime - (askedAt + roundTripMs / 2)
    // A clock that was set in between makes the old measurement worthless, however quick it was.
    const hasJumped = Math.abs(offsetMs - this.offsetMs) > this.bestRoundTripMs + roundTripMs
    if (roundTripMs > this.bestRoundTripMs && !hasJumped) return
    this.bestRoundTripMs = roundTripMs
    this.offsetMs = offsetMs
  }

  now(): number {
    return Date.now() + this.offsetMs
  }
}
