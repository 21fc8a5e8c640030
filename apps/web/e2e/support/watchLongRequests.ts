import type { BrowserContext, Page } from 'playwright'

/** Long requests of one page: held now, most at the same time, and all so far. */
export interface LongRequests {
  readonly now: number
  readonly most: number
  readonly seen: number
}

/**
 * Count the requests that the pages of a profile hold open, inside the pages: the browser reports the end of a request
 * late, sometimes after the beginning of the next one.
 */
export async function watchLongRequests(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const count = { now: 0, most: 0, seen: 0 }
    const open = new Set<number>()
    Object.assign(globalThis, { longRequests: count })
    const fetchAsIs = globalThis.fetch
    globalThis.fetch = async (input, init) => {
      const headers = new Headers(init?.headers)
      const mode = headers.get('tafelrunde-mode')
      const isLong = mode === null ? headers.get('accept') === 'text/event-stream' : mode !== 'now'
      if (!isLong) return fetchAsIs(input, init)
      count.seen += 1
      const number = count.seen
      open.add(number)
      count.now = open.size
      // A busy page is told of the end of one request after it has begun the next; only what goes on is held.
      setTimeout(() => {
        const held = [...open].filter((other) => other <= number)
        if (open.has(number)) count.most = Math.max(count.most, held.length)
      }, 500)
      const end = () => {
        open.delete(number)
        count.now = open.size
      }
      try {
        const response = await fetchAsIs(input, init)
        response.clone().arrayBuffer().then(end, end)
        return response
      } catch (error) {
        end()
        throw error
      }
    }
  })
}

/** What a watched page has counted since it was loaded. */
export function longRequestsOf(page: Page): Promise<LongRequests> {
  return page.evaluate(() => (globalThis as unknown as { longRequests: LongRequests }).longRequests)
}
