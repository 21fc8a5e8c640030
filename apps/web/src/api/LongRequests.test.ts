import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LongRequests, type Pace, type TabChannel, type TabMessage } from './LongRequests.ts'

/** Tabs of one browser, on a channel that hands on at once. */
class Browser {
  readonly tabs: Tab[] = []

  open({ isVisible = true } = {}): Tab {
    vi.advanceTimersByTime(10)
    const tab = new Tab(this, { name: `tab${this.tabs.length}`, isVisible })
    this.tabs.push(tab)
    tab.ask()
    return tab
  }

  post(from: Tab, message: TabMessage): void {
    for (const tab of this.tabs) if (tab !== from && !tab.isFrozen) tab.channel.onMessage?.({ ...message })
  }

  get paces(): readonly Pace[] {
    return this.tabs.map(({ pace }) => pace)
  }
}

class Tab {
  readonly channel: TabChannel
  readonly requests: LongRequests
  pace: Pace = 'seldom'
  isFrozen = false
  #isVisible: boolean
  #onChange = (): void => {}
  #stop = (): void => {}

  constructor(browser: Browser, { name, isVisible }: { name: string; isVisible: boolean }) {
    this.#isVisible = isVisible
    this.channel = { post: (message) => browser.post(this, message), onMessage: null }
    const page = {
      isVisible: () => this.#isVisible,
      onChange: (listener: () => void) => {
        this.#onChange = listener
        return () => {}
      },
    }
    this.requests = new LongRequests({ tab: name, channel: this.channel, page })
  }

  ask(): void {
    this.#stop = this.requests.ask((pace) => (this.pace = pace))
  }

  show(isVisible: boolean): void {
    vi.advanceTimersByTime(10)
    this.#isVisible = isVisible
    this.#onChange()
  }

  close(): void {
    this.#stop()
  }
}

let browser: Browser

beforeEach(() => {
  vi.useFakeTimers()
  browser = new Browser()
})

afterEach(() => {
  for (const tab of browser.tabs) tab.close()
  vi.useRealTimers()
})

test('a tab that is alone holds its request from the start', () => {
  expect(browser.open().pace).toBe('stream')
})

test('of eight visible tabs the three that were used last hold a request, the others ask often', () => {
  for (let tab = 0; tab < 8; tab += 1) browser.open()
  expect(browser.paces).toEqual(['often', 'often', 'often', 'often', 'often', 'stream', 'stream', 'stream'])
  browser.tabs[0]?.show(true)
  expect(browser.paces).toEqual(['stream', 'often', 'often', 'often', 'often', 'often', 'stream', 'stream'])
})

test('eight tabs that are restored in the same millisecond agree too', () => {
  vi.setSystemTime(1_000)
  for (let tab = 0; tab < 8; tab += 1) {
    const restored = new Tab(browser, { name: `tab${tab}`, isVisible: true })
    browser.tabs.push(restored)
    restored.ask()
  }
  expect(browser.paces.filter((pace) => pace === 'stream')).toHaveLength(3)
})

test('when a tab is closed, the next one takes its place at once', () => {
  for (let tab = 0; tab < 4; tab += 1) browser.open()
  browser.tabs[3]?.close()
  expect(browser.tabs[0]?.pace).toBe('stream')
})

test('a tab that was killed is forgotten after seconds', () => {
  for (let tab = 0; tab < 4; tab += 1) browser.open()
  const killed = browser.tabs[3] as Tab
  killed.isFrozen = true
  vi.spyOn(killed.channel, 'post').mockImplementation(() => {})
  vi.advanceTimersByTime(8_000)
  expect(browser.tabs[0]?.pace).toBe('stream')
})

test('visible tabs hold their requests for hours', () => {
  for (let tab = 0; tab < 4; tab += 1) browser.open()
  vi.advanceTimersByTime(3_600_000)
  expect(browser.paces).toEqual(['often', 'stream', 'stream', 'stream'])
})

test('a hidden tab gives its request up, but not for a moment’s look into another one', () => {
  const tab = browser.open()
  tab.show(false)
  vi.advanceTimersByTime(4_000)
  expect(tab.pace).toBe('stream')
  vi.advanceTimersByTime(2_000)
  expect(tab.pace).toBe('seldom')
  tab.show(true)
  expect(tab.pace).toBe('stream')
})

test('a tab that is opened in the background asks seldom and takes nobody’s place', () => {
  for (let tab = 0; tab < 3; tab += 1) browser.open()
  const background = browser.open({ isVisible: false })
  expect(browser.paces).toEqual(['stream', 'stream', 'stream', 'seldom'])
  background.show(true)
  expect(browser.paces).toEqual(['often', 'stream', 'stream', 'stream'])
})

test('two parts of one page never hold a request both', () => {
  const tab = browser.open()
  let second: Pace = 'stream'
  const stop = tab.requests.ask((pace) => (second = pace))
  expect([tab.pace, second]).toEqual(['stream', 'often'])
  tab.close()
  expect(second).toBe('stream')
  stop()
})

test('what other programs post on the channel is passed over', () => {
  const tab = browser.open()
  for (const message of [null, 'hello', { tab: 7, usedAt: 1 }, { tab: 'x' }, { tab: 'y', usedAt: 'now' }]) {
    tab.channel.onMessage?.(message)
  }
  expect(tab.pace).toBe('stream')
})

test('without a channel every tab is alone', () => {
  const page = { isVisible: () => true, onChange: () => () => {} }
  let pace: Pace = 'seldom'
  const stop = new LongRequests({ tab: 'a', channel: null, page }).ask((now) => (pace = now))
  expect(pace).toBe('stream')
  stop()
})
