import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LongRequests } from './LongRequests.ts'
import { openEventStream, type StreamEvent, type StreamState } from './openEventStream.ts'

/** A server whose answers the test decides, behind `fetch`. */
class FakeFeed {
  state = 'one'
  /** A proxy that hands on a body only when it is complete. */
  isBuffering = false
  isDown = false
  readonly asked: string[] = []
  readonly streams = new Set<ReadableStreamDefaultController<Uint8Array>>()

  cut(): void {
    for (const controller of this.streams) controller.close()
    this.streams.clear()
  }

  readonly fetch = async (
    _url: string,
    { headers, signal }: { headers: Record<string, string>; signal: AbortSignal },
  ) => {
    const isNow = headers['tafelrunde-mode'] === 'now'
    if (this.isDown) throw new TypeError('no network')
    if (isNow) {
      const isKnown = headers['if-none-match'] === `"${this.state}"`
      this.asked.push(isKnown ? 'now 304' : 'now 200')
      return new Response(isKnown ? null : event(this.state), {
        status: isKnown ? 304 : 200,
        headers: { etag: `"${this.state}"` },
      })
    }
    this.asked.push('stream')
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.streams.add(controller)
        if (!this.isBuffering) controller.enqueue(new TextEncoder().encode(event(this.state)))
        signal.addEventListener('abort', () => {
          this.streams.delete(controller)
          controller.error(signal.reason)
        })
      },
    })
    return new Response(body)
  }
}

const event = (state: string): string => `id: 1\nevent: state\ndata: "${state}"\n\n`

let feed: FakeFeed
let isVisible: boolean
let onPage: () => void
let seen: unknown[]
let states: StreamState['type'][]
let close: () => void

beforeEach(() => {
  vi.useFakeTimers()
  feed = new FakeFeed()
  isVisible = true
  seen = []
  states = []
  close = () => {}
  vi.stubGlobal('fetch', feed.fetch)
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
})

afterEach(() => {
  close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

async function open(): Promise<void> {
  const page = {
    isVisible: () => isVisible,
    onChange: (listener: () => void) => {
      onPage = listener
      return () => {}
    },
  }
  const requests = new LongRequests({ tab: 'a', channel: null, page })
  const onEvent = ({ data }: StreamEvent): void => void seen.push(data)
  close = openEventStream('/plenary/events', 'seat_x', onEvent, ({ type }) => states.push(type), requests)
  await pass(10)
}

// The buffering is remembered for the page, so this test is the last of those that stream.
describe('openEventStream', () => {
  test('holds one request and hears the state at once', async () => {
    await open()
    await pass(30_000)
    expect(feed.asked).toEqual(['stream'])
    expect({ seen, states }).toEqual({ seen: ['one'], states: ['connecting', 'open'] })
  })

  test('a hidden page holds nothing, asks seldom, and hears of changes; shown again it holds its request', async () => {
    await open()
    isVisible = false
    onPage()
    await pass(6_000)
    expect(feed.streams.size).toBe(0)
    feed.state = 'two'
    await pass(31_000)
    expect(feed.asked).toEqual(['stream', 'now 200', 'now 200', 'now 304'])
    expect(seen.at(-1)).toBe('two')
    isVisible = true
    onPage()
    await pass(100)
    expect(feed.asked.at(-1)).toBe('stream')
    expect(states).not.toContain('waiting')
  })

  test('a stream that is cut off is taken up again before anybody is told; a lost network is told', async () => {
    await open()
    feed.cut()
    await pass(1_000)
    expect(feed.asked).toEqual(['stream', 'stream'])
    expect(states).toEqual(['connecting', 'open'])
    feed.isDown = true
    feed.cut()
    await pass(3_000)
    expect(states.at(-1)).toBe('waiting')
    feed.isDown = false
    await pass(12_000)
    expect(states.at(-1)).toBe('open')
  })

  test('closed, it asks for nothing any more', async () => {
    await open()
    close()
    await pass(60_000)
    expect(feed.asked).toEqual(['stream'])
    expect(feed.streams.size).toBe(0)
  })

  test('where something buffers, it asks for the state and hears each change within seconds', async () => {
    feed.isBuffering = true
    await open()
    await pass(3_100)
    expect(seen).toEqual(['one'])
    await pass(4_000)
    expect(feed.asked).toEqual(['stream', 'now 200', 'now 304', 'now 304'])
    feed.state = 'two'
    await pass(1_600)
    expect(seen).toEqual(['one', 'two'])
    expect(states).toEqual(['connecting', 'open'])
    expect(feed.streams.size).toBe(0)
  })
})
