import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
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

describe('a clock that is not what it was', () => {
  const aClock = (): ServerClock => {
    const clock = new ServerClock()
    clock.learn({ serverTime: 1_000_010, askedAt: 1_000_000, answeredAt: 1_000_020 })
    return clock
  }

  test('is not doubted while time goes on as it should', () => {
    const clock = aClock()
    vi.advanceTimersByTime(3_600_000)
    expect(clock.now()).toBe(4_600_000)
    expect(clock.isDoubtful()).toBe(false)
  })

  test('is doubted after the device’s clock was set or the device slept, until it is measured again', () => {
    const clock = aClock()
    vi.setSystemTime(1_000_000 + 7_200_000)
    expect(clock.isDoubtful()).toBe(true)
    // Slow, but the only one that still says something.
    clock.learn({ serverTime: 1_000_500, askedAt: 8_200_000, answeredAt: 8_201_000 })
    expect(clock.now()).toBe(1_000_000)
    expect(clock.isDoubtful()).toBe(false)
  })

  test('is measured again when the page is shown after a while, not at every glance', () => {
    const clock = aClock()
    vi.advanceTimersByTime(59_000)
    expect(clock.isDoubtful({ isWoken: true })).toBe(false)
    vi.advanceTimersByTime(2_000)
    expect(clock.isDoubtful({ isWoken: true })).toBe(true)
  })

  test('is doubted when the server tells of something that has not happened yet, at most every ten seconds', () => {
    const clock = aClock()
    expect(clock.isDoubtful({ happenedAt: clock.now() + 5_000 })).toBe(false)
    vi.advanceTimersByTime(11_000)
    expect(clock.isDoubtful({ happenedAt: clock.now() })).toBe(false)
    expect(clock.isDoubtful({ happenedAt: clock.now() + 5_000 })).toBe(true)
  })
})
