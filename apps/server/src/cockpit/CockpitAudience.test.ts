import { newId, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CockpitAudience } from './CockpitAudience.ts'

const workshopId = newId<WorkshopId>()
const [mo, ida] = [newId<SeatId>(), newId<SeatId>()]

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a moderator with two tabs is there once, until the second one is gone for a while', () => {
  const audience = new CockpitAudience()
  const told: number[] = []
  audience.onChanged((id) => told.push(audience.of(id).length))
  const leaves = [audience.enter(workshopId, mo), audience.enter(workshopId, mo)]
  audience.enter(workshopId, ida)
  expect(audience.of(workshopId)).toEqual([mo, ida])
  for (const leave of leaves) leave()
  leaves[0]?.()
  vi.advanceTimersByTime(39_000)
  expect(audience.of(workshopId)).toEqual([mo, ida])
  vi.advanceTimersByTime(2_000)
  expect(audience.of(workshopId)).toEqual([ida])
  expect(told).toEqual([1, 2, 1])
})

test('who only asks now and then has not left in between', () => {
  const audience = new CockpitAudience()
  for (let asked = 0; asked < 4; asked += 1) {
    audience.enter(workshopId, mo)()
    vi.advanceTimersByTime(15_000)
    expect(audience.of(workshopId)).toEqual([mo])
  }
})
