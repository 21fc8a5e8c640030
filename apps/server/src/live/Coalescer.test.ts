import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Coalescer } from './Coalescer.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a burst of wishes runs once at once and once more after the interval', async () => {
  let runs = 0
  const coalescer = new Coalescer(100, async () => {
    runs += 1
  })
  coalescer.wish()
  coalescer.wish()
  await vi.advanceTimersByTimeAsync(1)
  expect(runs).toBe(1)
  for (let wish = 0; wish < 50; wish += 1) coalescer.wish()
  await vi.advanceTimersByTimeAsync(90)
  expect(runs).toBe(1)
  await vi.advanceTimersByTimeAsync(20)
  expect(runs).toBe(2)
  await vi.advanceTimersByTimeAsync(1000)
  expect(runs).toBe(2)
})

test('a wish during a slow run leads to one more run, never to two at the same time', async () => {
  let running = 0
  let most = 0
  let runs = 0
  const coalescer = new Coalescer(10, async () => {
    running += 1
    runs += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 50))
    running -= 1
  })
  coalescer.wish()
  await vi.advanceTimersByTimeAsync(20)
  coalescer.wish()
  await vi.advanceTimersByTimeAsync(500)
  expect({ runs, most }).toEqual({ runs: 2, most: 1 })
})

test('who waits is let go after a run that began with all wishes made before, and at once when there is none', async () => {
  let runs = 0
  const coalescer = new Coalescer(100, async () => {
    await new Promise((resolve) => setTimeout(resolve, 10))
    runs += 1
  })
  await coalescer.served()
  coalescer.wish()
  const first = coalescer.served().then(() => runs)
  await vi.advanceTimersByTimeAsync(5)
  coalescer.wish()
  const second = coalescer.served().then(() => runs)
  await vi.advanceTimersByTimeAsync(500)
  expect(await Promise.all([first, second])).toEqual([1, 2])
})

test('an interval that changes counts from the next wish', async () => {
  let [runs, intervalMs] = [0, 100]
  const coalescer = new Coalescer(
    () => intervalMs,
    async () => {
      runs += 1
    },
  )
  coalescer.wish()
  await vi.advanceTimersByTimeAsync(1)
  intervalMs = 300
  coalescer.wish()
  await vi.advanceTimersByTimeAsync(200)
  expect(runs).toBe(1)
  await vi.advanceTimersByTimeAsync(100)
  expect(runs).toBe(2)
})

test('nothing runs after it was stopped', async () => {
  let runs = 0
  const coalescer = new Coalescer(10, async () => {
    runs += 1
  })
  coalescer.wish()
  coalescer.stop()
  coalescer.wish()
  await vi.advanceTimersByTimeAsync(100)
  expect(runs).toBe(0)
})

test('a run that was lost to an error before it began is made up for by the next wish', async () => {
  let runs = 0
  const coalescer = new Coalescer(100, async () => {
    runs += 1
  })
  const lost = vi.spyOn(globalThis, 'setTimeout').mockImplementationOnce(() => 1 as never)
  coalescer.wish()
  lost.mockRestore()
  await vi.advanceTimersByTimeAsync(2_500)
  expect(runs).toBe(0)
  coalescer.wish()
  await vi.advanceTimersByTimeAsync(1)
  expect(runs).toBe(1)
})
