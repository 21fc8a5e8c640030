/** Messages do not take longer than this on a line that one can work with; a greater difference is a clock that was set. */
const MAX_LATENESS_MS = 2_000

/**
 * What the device's clock is off from the server's, after one more message: each one comes late, the one that was the
 * least late is right. So a slow message does not turn a timer back. Milliseconds.
 */
export function clockOffset(knownMs: number, measuredMs: number): number {
  return Math.abs(measuredMs - knownMs) > MAX_LATENESS_MS ? measuredMs : Math.max(knownMs, measuredMs)
}
