import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ServerClock } from './ServerClock.ts'

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => vi.useRealTimers())

test('tells the server’s time on a device whose clock is wrong', () => {
  const clock = new ServerClock()
  clock.learn({ serverTime: 1_500_050, askedAt: 1_000_000, answeredAt: 1_000_100 })
  expect(clock.now()).toBe(1_500_000)
})

test('keeps a quick measurement against a slow one, unless the device’s clock was set meanwhile', () => {
  const clock = new ServerClock()
  clock.learn({ serverTime: 1_000_010, askedAt: 1_000_000, answeredAt: 1_000_020 })
  clock.learn({ serverTime: 1_000_400, askedAt: 1_000_000, answeredAt: 1_000_600 })
  expect(clock.now()).toBe(1_000_000)
  clock.learn({ serverTime: 5_000_300, askedAt: 1_000_000, answeredAt: 1_000_600 })
  expect(clock.now()).toBe(5_000_000)
})
