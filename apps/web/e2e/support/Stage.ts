import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright'
import { afterAll, expect } from 'vitest'
import { CHROMIUM_ARGS } from './chromiumArgs.ts'

/**
 * A browser in which the people of a test act. It records every request to another host than the product's and every
 * uncaught error of a page; `assertQuiet` fails on either.
 */
export class Stage {
  readonly #browser: Browser
  readonly #foreignRequests: string[] = []
  readonly #pageErrors: string[] = []

  private constructor(browser: Browser) {
    this.#browser = browser
  }

  /** Open Chromium; `args` are added to its command line. Closed after the tests of the file. */
  static async open(args: readonly string[] = []): Promise<Stage> {
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [...CHROMIUM_ARGS, ...args],
    })
    const stage = new Stage(browser)
    afterAll(() => browser.close())
    return stage
  }

  /** A browser profile of its own: nothing is shared with the others. */
  async openProfile(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'de-DE',
      reducedMotion: 'reduce',
      ...options,
    })
    context.on('page', (page) => this.#watch(page))
    return context
  }

  /** One page in a profile of its own. */
  async openPage(options: BrowserContextOptions = {}): Promise<Page> {
    return (await this.openProfile(options)).newPage()
  }

  /** Nobody asked another host for anything, and no page threw. */
  assertQuiet(): void {
    expect(this.#foreignRequests).toEqual([])
    expect(this.#pageErrors).toEqual([])
  }

  #watch(page: Page): void {
    const note = (address: string): void => {
      const url = new URL(address)
      if (url.protocol === 'data:' || url.protocol === 'blob:' || page.url() === 'about:blank') return
      if (url.host !== new URL(page.url()).host) this.#foreignRequests.push(address)
    }
    page.on('request', (request) => note(request.url()))
    page.on('websocket', (socket) => note(socket.url()))
    page.on('pageerror', (error) => this.#pageErrors.push(`${page.url()}: ${error.message}`))
  }
}
