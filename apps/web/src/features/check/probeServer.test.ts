import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { probeServer } from './probeServer.ts'

let answersMs: number[]

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  vi.stubGlobal('fetch', async () => {
    const ms = answersMs.shift()
    if (ms === undefined) throw new TypeError('no network')
    await vi.advanceTimersByTimeAsync(ms)
    return new Response(JSON.stringify({ serverTime: Date.now() - ms / 2 + 60_000 }))
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('tells the usual answering time without the first one, and how far the clocks are apart', async () => {
  answersMs = [900, 30, 10, 20, 500]
  expect(await probeServer()).toEqual({ latencyMs: 30, clockOffsetMs: 60_000 })
})

it('tells that nothing answers', async () => {
  answersMs = []
  expect(await probeServer()).toEqual({ latencyMs: null, clockOffsetMs: null })
})

it('comes to its end in a browser that is too old to sort a copy', async () => {
  answersMs = [50, 40, 40, 40, 40]
  vi.spyOn(Array.prototype, 'toSorted').mockImplementation(() => {
    throw new TypeError('toSorted is not a function')
  })
  expect((await probeServer()).latencyMs).toBe(40)
})
