import { expect, test } from 'vitest'
import { newId, type StepId } from '../ids.ts'
import type { StepRun } from './RunState.ts'
import { SOFT_END_GRACE_MS, softEndOf } from './softEnd.ts'

const soft = { id: newId<StepId>(), ending: 'soft' } as const
const running: StepRun = { stepId: soft.id, startedAt: 1_000, endsAt: 61_000, isClosed: false, part: null }

test('[W4] a soft step closes a sentence after its time is up', () => {
  expect(softEndOf(soft, running)).toEqual({ announcedAt: 61_000, closesAt: 61_000 + SOFT_END_GRACE_MS })
})

test('[W4] an open step, a step without a timer and one that is closed do not end by themselves', () => {
  expect(softEndOf({ ...soft, ending: 'open' }, running)).toBeNull()
  expect(softEndOf(soft, { ...running, endsAt: null })).toBeNull()
  expect(softEndOf(soft, { ...running, isClosed: true })).toBeNull()
})

test('the run of another step says nothing about this one', () => {
  expect(softEndOf(soft, { ...running, stepId: newId<StepId>() })).toBeNull()
})
