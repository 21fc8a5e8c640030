/** Have code at hand before it is needed; called when the page has nothing else to do. */
export function prefetch(load: () => Promise<unknown>): void {
  // A failure is no news: it is loaded again when it is needed.
  const attempt = (): void => void load().catch(() => undefined)
  if ('requestIdleCallback' in globalThis) requestIdleCallback(attempt, { timeout: 10_000 })
  else setTimeout(attempt, 2_000)
}
