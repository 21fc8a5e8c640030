import { expect, test } from 'vitest'
import { ReturnBrake } from './ReturnBrake.ts'

test('[Y6] the first refusals are told at once, whoever comes back at once waits longer and longer', () => {
  let now = 0
  const brake = new ReturnBrake(() => now)
  const waits = Array.from({ length: 8 }, () => brake.refused('ticket_a'))
  expect(waits).toEqual([0, 0, 0, 500, 1_000, 2_000, 4_000, 4_000])
  expect(brake.refused('ticket_b')).toBe(0)
  now += 60_000
  expect(brake.refused('ticket_a')).toBe(0)
})

test('a flood of tickets is not remembered for ever', () => {
  const brake = new ReturnBrake(() => 0)
  for (let index = 0; index < 4; index += 1) brake.refused('ticket_old')
  for (let index = 0; index < 10_000; index += 1) brake.refused(`ticket_${index}`)
  expect(brake.refused('ticket_old')).toBe(0)
})
