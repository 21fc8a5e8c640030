import { expect, it } from 'vitest'
import { SeatBudget } from './SeatBudget.ts'

it('[R1] lets an hour of queued edits pass at once, and twenty tabs that fetch a large board', () => {
  const budget = new SeatBudget()
  for (let frames = 0; frames < 20_000; frames += 1) expect(budget.spend('frames', 1, 0)).toBe(0)
  for (let tabs = 0; tabs < 20; tabs += 1) {
    expect(budget.waitFor('answerBytes', 0)).toBe(0)
    budget.spend('answerBytes', 1_500_000, 0)
  }
  expect(budget.isExhausted).toBe(false)
})

it('[R1] lets dozens of edits a second pass for ever', () => {
  const budget = new SeatBudget()
  for (let ms = 0; ms < 600_000; ms += 15) {
    expect(budget.waitFor('writes', ms)).toBe(0)
    budget.spend('writes', 1, ms)
    expect(budget.spend('frames', 3, ms)).toBe(0)
  }
})

it('[R1] says how long to wait beyond the burst', () => {
  const budget = new SeatBudget()
  expect(budget.spend('frames', 26_000, 0)).toBeCloseTo(1_001)
  expect(budget.waitFor('frames', 500)).toBeCloseTo(501)
  expect(budget.waitFor('frames', 1_001)).toBe(0)
})

it('[R3] is exhausted when it was held up for a minute on end, and not by pauses between bursts', () => {
  const steady = new SeatBudget()
  for (let ms = 0; ms <= 120_000 && !steady.isExhausted; ms += 100) steady.spend('frames', 500, ms)
  expect(steady.isExhausted).toBe(true)
  const honest = new SeatBudget()
  for (let ms = 0; ms <= 600_000; ms += 60_000) honest.spend('frames', 26_000, ms)
  expect(honest.isExhausted).toBe(false)
})

it('[R2] exhausts nobody by what is asked for first', () => {
  const budget = new SeatBudget()
  budget.spend('answerBytes', 1_000_000_000, 0)
  expect(budget.isExhausted).toBe(false)
  expect(budget.waitFor('answerBytes', 0)).toBeGreaterThan(60_000)
})

it('[A7] [R3] is exhausted until it has recovered, also for a seat that stays', () => {
  const budget = new SeatBudget()
  budget.spend('frames', 101_000, 0)
  expect(budget.isExhausted).toBe(true)
  budget.spend('presence', 1, 100_000)
  budget.spend('frames', 1, 100_000)
  expect(budget.isExhausted).toBe(true)
  budget.spend('frames', 1, 102_000)
  expect(budget.isExhausted).toBe(false)
  expect(budget.spend('frames', 26_000, 103_000)).toBeGreaterThan(0)
  expect(budget.isExhausted).toBe(false)
})

it('is forgotten only when it has recovered', () => {
  const budget = new SeatBudget()
  budget.spend('frames', 1_000, 0)
  expect(budget.isFull(500)).toBe(false)
  expect(budget.isFull(1_100)).toBe(true)
})
