import { expect, test } from 'vitest'
import { secondsToEnd } from './useSecondsToEnd.ts'

const end = { announcedAt: 100_000, closesAt: 120_000 }

test('nothing is said before the time is up', () => {
  expect(secondsToEnd(end, 99_999)).toBeNull()
  expect(secondsToEnd(null, 100_000)).toBeNull()
})

test('the seconds count down to nought and stay there until the server has ended writing', () => {
  expect([100_000, 100_001, 119_001, 120_000, 121_500].map((now) => secondsToEnd(end, now))).toEqual([20, 20, 1, 0, 0])
})
