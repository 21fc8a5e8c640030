import type { Page, Request } from 'playwright'

/** Counts the requests that pages hold open, as the browser sees them. */
export class LongRequestWatch {
  readonly #open = new Map<Page, Set<Request>>()
  /** Most that one page has held at the same time. */
  mostPerPage = 0
  /** Long requests so far; a test that saw none has counted nothing. */
  seen = 0

  watch(page: Page): void {
    const open = new Set<Request>()
    this.#open.set(page, open)
    page.on('request', (request) => {
      if (!isLong(request)) return
      open.add(request)
      this.seen += 1
      this.mostPerPage = Math.max(this.mostPerPage, open.size)
    })
    page.on('requestfinished', (request) => open.delete(request))
    page.on('requestfailed', (request) => open.delete(request))
  }

  /** Held now, by all pages together. */
  get now(): number {
    return [...this.#open.values()].reduce((sum, { size }) => sum + size, 0)
  }
}

function isLong(request: Request): boolean {
  const headers = request.headers()
  if (headers['tafelrunde-mode'] === 'now') return false
  return headers['tafelrunde-mode'] !== undefined || headers['accept'] === 'text/event-stream'
}
