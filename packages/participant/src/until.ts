/** How `until` waits. */
export interface UntilOptions {
  /** What is waited for, for the message of a time-out. */
  readonly what?: string
  readonly timeoutMs?: number
  /** How long between two looks, after the first few; longer where a look costs something. */
  readonly everyMs?: number
}

/**
 * Wait for a condition; resolves with its first value that is neither false, null nor undefined.
 *
 * Looks after every turn of the event loop first and then every few milliseconds, so that tests never sleep longer
 * than needed.
 *
 * @throws Error with `what` and the last error of the condition when the time is over
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  { what = 'the condition', timeoutMs = 10_000, everyMs = 5 }: UntilOptions = {},
): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs
  let lastError: unknown
  for (let round = 0; ; round += 1) {
    try {
      const value = await condition()
      if (value !== false && value !== null && value !== undefined) return value
      lastError = undefined
    } catch (error) {
      lastError = error
    }
    if (performance.now() > deadline) {
      throw new Error(`waited ${timeoutMs} ms in vain for ${what}`, { cause: lastError })
    }
    await new Promise<void>((resolve) => (round < 10 ? setImmediate(resolve) : setTimeout(resolve, everyMs)))
  }
}
