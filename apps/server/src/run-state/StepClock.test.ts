import {
  newId,
  SOFT_END_GRACE_MS,
  type GroupId,
  type RunState,
  type StepPartId,
  type WorkshopId,
} from '@tafelrunde/schema/plain'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Listeners } from '../live/Listeners.ts'
import { aRunState, aStep } from '../testing/aRunState.ts'
import { applyRunCommand } from './applyRunCommand.ts'
import { afterEnds, softEndsOf } from './soft-end/softEnds.ts'
import { afterPartTurns, partTurnsOf } from './step-parts/partTurns.ts'
import { StepClock, type PlannedTurn } from './StepClock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const step = aStep({ minutes: 10, ending: 'soft' })

beforeEach(() => vi.useFakeTimers({ now: 1_000_000_000 }))
afterEach(() => vi.useRealTimers())

const planOf = (run: RunState): readonly PlannedTurn[] => softEndsOf(run).map(({ key, closesAt: at }) => ({ key, at }))

/** A clock whose ends change the run states at once, and what it has ended. */
function aClock(options: { fails?: number } = {}) {
  const states = new Listeners<[WorkshopId, RunState]>()
  const runs = new Map<WorkshopId, RunState>()
  const ended: { workshopId: WorkshopId; groupIds: (GroupId | null)[]; at: number }[] = []
  const failed: string[] = []
  let setByMs = 0
  let fails = options.fails ?? 0
  const tell = (run: RunState): void => {
    const id = run.workshop.id as WorkshopId
    runs.set(id, run)
    states.tell(id, run)
  }
  const clock = new StepClock({
    runStates: { onKnown: (listener) => states.add(listener) },
    now: () => Date.now() + setByMs,
    elapsed: () => performance.now(),
    log: { error: (event) => void failed.push(event) },
    plan: planOf,
    carryOut: async (workshopId, dueKeys) => {
      await Promise.resolve()
      if (fails-- > 0) throw new Error('the disk is full')
      const run = runs.get(workshopId)!
      const due = softEndsOf(run).filter(({ key }) => dueKeys.has(key))
      ended.push({ workshopId, groupIds: due.map(({ groupId }) => groupId), at: performance.now() })
      tell(afterEnds(run, due))
    },
  })
  return { clock, ended, failed, tell, runs, setClockBy: (ms: number) => (setByMs += ms) }
}

/** A workshop in a soft step that has this long to go. */
function running(leftMs: number, traits: Partial<RunState> = {}): RunState {
  const now = Date.now()
  const current = { stepId: step.id, startedAt: now - MINUTE, endsAt: now + leftMs, isClosed: false, part: null }
  return aRunState({ steps: [step], current, ...traits })
}

test('[SC1] a step ends twenty seconds after its time is up, not before and once', async () => {
  const { tell, ended } = aClock()
  tell(running(5 * MINUTE))
  await vi.advanceTimersByTimeAsync(5 * MINUTE + SOFT_END_GRACE_MS - 1)
  expect(ended).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(ended).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(ended).toHaveLength(1)
})

test('[SC1] of many workshops each ends in its own time, by one timer, and none sleeps for nothing', async () => {
  const { tell, ended } = aClock()
  const [late, early, open] = [running(9 * MINUTE), running(2 * MINUTE), running(MINUTE, { steps: [aStep()] })]
  for (const run of [late, early, open]) tell(run)
  expect(vi.getTimerCount()).toBe(1)
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(ended.map(({ workshopId }) => workshopId)).toEqual([early.workshop.id, late.workshop.id])
  expect(vi.getTimerCount()).toBe(0)
})

test('a group with a time of its own ends in that time', async () => {
  const { tell, ended } = aClock()
  const run = running(MINUTE)
  const groupId = run.groups[1]!.id
  tell({ ...run, groupRuns: { [groupId]: { ...run.current!, endsAt: run.current!.endsAt! + 3 * MINUTE } } })
  await vi.advanceTimersByTimeAsync(2 * MINUTE)
  expect(ended.map(({ groupIds }) => groupIds)).toEqual([[null]])
  await vi.advanceTimersByTimeAsync(3 * MINUTE)
  expect(ended.map(({ groupIds }) => groupIds)).toEqual([[null], [groupId]])
})

test('more time puts the end off, also in the last seconds', async () => {
  const { tell, ended } = aClock()
  const run = running(MINUTE)
  tell(run)
  await vi.advanceTimersByTimeAsync(MINUTE + SOFT_END_GRACE_MS - 100)
  tell({ ...run, current: { ...run.current!, endsAt: Date.now() + 3 * MINUTE } })
  await vi.advanceTimersByTimeAsync(3 * MINUTE)
  expect(ended).toEqual([])
  await vi.advanceTimersByTimeAsync(SOFT_END_GRACE_MS)
  expect(ended).toHaveLength(1)
})

test('[SC2] a clock that is set forward ends no step before its time has really passed', async () => {
  const { tell, ended, setClockBy } = aClock()
  const run = running(5 * MINUTE)
  tell(run)
  await vi.advanceTimersByTimeAsync(MINUTE)
  setClockBy(2 * HOUR)
  tell({ ...run, version: 2 }) // any news: the end stays what it was
  await vi.advanceTimersByTimeAsync(4 * MINUTE)
  expect(ended).toEqual([])
  await vi.advanceTimersByTimeAsync(SOFT_END_GRACE_MS)
  expect(ended).toHaveLength(1)
})

test('[SC2] a clock that is set back ends no step while the timers show time left, and is noticed when it is right again', async () => {
  const { tell, ended, setClockBy } = aClock()
  tell(running(5 * MINUTE))
  setClockBy(-2 * HOUR)
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(ended).toEqual([])
  setClockBy(2 * HOUR)
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(ended).toHaveLength(1)
})

test('[SC2] parts of a step keep their time, however the clock is set', async () => {
  const parts = [5, 10, 15].map((minutes) => ({
    id: newId<StepPartId>(),
    title: '',
    instruction: '',
    minutes,
    rules: null,
  }))
  const inParts = aStep({ minutes: 30, parts })
  let setByMs = 0
  const now = (): number => Date.now() + setByMs
  const states = new Listeners<[WorkshopId, RunState]>()
  let run = applyRunCommand(aRunState({ steps: [inParts] }), { type: 'step.start', stepId: inParts.id }, now())
  const begun: number[] = []
  const startedAt = performance.now()
  const clock = new StepClock({
    runStates: { onKnown: (listener) => states.add(listener) },
    now,
    elapsed: () => performance.now(),
    log: { error: () => {} },
    plan: partTurnsOf,
    carryOut: async (id, keys) => {
      await Promise.resolve()
      const due = partTurnsOf(run).filter(({ key }) => keys.has(key))
      run = afterPartTurns(run, due, now())
      if (due.length > 0) begun.push(Math.round((performance.now() - startedAt) / MINUTE))
      states.tell(id, run)
    },
  })
  states.tell(run.workshop.id as WorkshopId, run)
  await vi.advanceTimersByTimeAsync(MINUTE)
  setByMs = HOUR
  await vi.advanceTimersByTimeAsync(5 * MINUTE)
  expect(begun).toEqual([5])
  await vi.advanceTimersByTimeAsync(10 * MINUTE)
  expect(begun).toEqual([5, 15])
  expect(partTurnsOf(run)).toEqual([])
  clock.close()
})

test('[SC3] an end that is overdue when the workshop is loaded comes at once', async () => {
  const { tell, ended } = aClock()
  tell(running(-HOUR))
  await vi.advanceTimersByTimeAsync(0)
  expect(ended).toHaveLength(1)
})

test('[SC4] an end that the disk refuses is tried again, and holds up nobody else', async () => {
  const { tell, ended, failed } = aClock({ fails: 1 })
  const [first, second] = [running(0), running(MINUTE)]
  tell(first)
  tell(second)
  await vi.advanceTimersByTimeAsync(SOFT_END_GRACE_MS)
  expect(failed).toEqual(['step.endDelayed'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ended.map(({ workshopId }) => workshopId)).toEqual([first.workshop.id])
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(ended.map(({ workshopId }) => workshopId)).toEqual([first.workshop.id, second.workshop.id])
})

test('[SC4] an end that is left undone is asked for again in a while, not at once', async () => {
  const attempts: number[] = []
  const states = new Listeners<[WorkshopId, RunState]>()
  const clock = new StepClock({
    runStates: { onKnown: (listener) => states.add(listener) },
    now: () => Date.now(),
    elapsed: () => performance.now(),
    log: { error: () => {} },
    plan: planOf,
    carryOut: async () => void attempts.push(performance.now()),
  })
  const run = running(-MINUTE)
  states.tell(run.workshop.id as WorkshopId, run)
  await vi.advanceTimersByTimeAsync(25_000)
  expect(attempts).toHaveLength(3)
  clock.close()
})

test('after closing nothing ends', async () => {
  const { clock, tell, ended } = aClock()
  tell(running(0))
  clock.close()
  tell(running(0))
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(ended).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('a workshop that is closed ends no step any more', async () => {
  const { tell, ended } = aClock()
  tell(running(0, { closedAt: Date.now() }))
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(ended).toEqual([])
})
