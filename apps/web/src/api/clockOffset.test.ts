import { expect, test } from 'vitest'
import { clockOffset } from './clockOffset.ts'

test('a late message does not turn the timer back, a quicker one corrects it', () => {
  expect(clockOffset(-100, -900)).toBe(-100)
  expect(clockOffset(-900, -100)).toBe(-100)
})

test('after the device’s clock was set, or it slept, the new measurement counts', () => {
  expect(clockOffset(-100, -3_600_000)).toBe(-3_600_000)
  expect(clockOffset(3_600_000, -50)).toBe(-50)
})
