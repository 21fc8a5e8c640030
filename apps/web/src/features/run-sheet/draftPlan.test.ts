import { expect, test } from 'vitest'
import { planDraft } from './draftPlan.ts'

const MINUTE = 60_000
const nine = Date.parse('2022-03-03T09:00:00+01:00')
const steps = [{ minutes: 12 }, { minutes: 38 }, { minutes: 0 }, { minutes: 10 }]

test('every step has its begin and end by the clock', () => {
  const { spans, minutes, endsAt } = planDraft(steps, { startsAt: nine, endsAt: null })
  expect(spans.map(({ startsAt, endsAt: end }) => [(startsAt - nine) / MINUTE, (end - nine) / MINUTE])).toEqual([
    [0, 12],
    [12, 50],
    [50, 50],
    [50, 60],
  ])
  expect(minutes).toBe(60)
  expect(endsAt).toBe(nine + 60 * MINUTE)
})

test('a run sheet that is longer than the workshop is told in minutes; one that fits, or without times, is not', () => {
  const overrun = (endsAt: number | null, startsAt: number | null = nine) =>
    planDraft(steps, { startsAt, endsAt }).overrunMinutes
  expect(overrun(nine + 45 * MINUTE)).toBe(15)
  expect(overrun(nine + 60 * MINUTE)).toBe(0)
  expect(overrun(null)).toBe(0)
  expect(overrun(nine, null)).toBe(0)
})
