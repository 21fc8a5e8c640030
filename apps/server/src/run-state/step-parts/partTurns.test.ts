import {
  beginPart,
  isWritingHidden,
  newId,
  partOf,
  type GroupId,
  type RunState,
  type StepPartId,
  type StepRun,
} from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { aRunState, aStep } from '../../testing/aRunState.ts'
import { applyRunCommand } from '../applyRunCommand.ts'
import { afterPartTurns, partTurnsOf } from './partTurns.ts'

const MINUTE = 60_000
const part = (minutes: number) => ({ id: newId<StepPartId>(), title: '', instruction: '', minutes, rules: null })
const step = aStep({ minutes: 30, parts: [part(5), part(15), part(10)] })
const begun = applyRunCommand(aRunState({ steps: [step] }), { type: 'step.start', stepId: step.id }, 0)
const groupId = begun.groups[1]!.id

const partOfAll = (run: RunState) => run.current?.part
const placeOf = (stepRun: StepRun | null | undefined) => (stepRun ? (partOf(step, stepRun)?.index ?? null) : null)
const inPart = (index: number): RunState => ({
  ...begun,
  current: { ...begun.current!, part: beginPart(step, index, 0) },
})

test('[E6] the next part comes when the one that is on ends, after the last one none', () => {
  expect(partTurnsOf(begun)).toMatchObject([{ groupId: null, at: 5 * MINUTE }])
  const second = afterPartTurns(begun, partTurnsOf(begun), 5 * MINUTE)
  expect(partOfAll(second)).toEqual({ partId: step.parts[1]?.id, startedAt: 5 * MINUTE, endsAt: 20 * MINUTE })
  const third = afterPartTurns(second, partTurnsOf(second), 20 * MINUTE)
  expect(partOfAll(third)).toEqual({ partId: step.parts[2]?.id, startedAt: 20 * MINUTE, endsAt: null })
  expect(partTurnsOf(third)).toEqual([])
})

test('[E6] a part that comes late, or by a clock that was set, has its full time from then on', () => {
  const late = afterPartTurns(begun, partTurnsOf(begun), 90 * MINUTE)
  expect(partOfAll(late)).toEqual({ partId: step.parts[1]?.id, startedAt: 90 * MINUTE, endsAt: 105 * MINUTE })
})

test('[E6] what is revealed after a part’s time and before the next one begins does not open the next one', () => {
  const hidden = { writableRoots: ['items'], visibility: 'own', isHidden: true } as const
  const hiding = { ...step, parts: step.parts.map((one) => ({ ...one, rules: hidden })) }
  const run = { ...begun, steps: [hiding] }
  const reveals = [{ id: 'r', groupId: null, at: 5 * MINUTE + 2_000, notes: 1, hasAuthors: true }]
  const revealed = { ...run, reveals }
  expect(isWritingHidden(revealed, run.groups[1]!)).toBe(false)
  const next = afterPartTurns(revealed, partTurnsOf(revealed), 5 * MINUTE + 3_000)
  expect(isWritingHidden(next, run.groups[1]!)).toBe(true)
})

test('[E6] a group with a time of its own has its own part', () => {
  const ahead = applyRunCommand(begun, { type: 'part.start', part: 1, groupId }, MINUTE)
  expect(partTurnsOf(ahead).map(({ at }) => at)).toEqual([5 * MINUTE, 16 * MINUTE])
  const own = afterPartTurns(
    ahead,
    partTurnsOf(ahead).filter((turn) => turn.groupId === groupId),
    16 * MINUTE,
  )
  expect(placeOf(own.groupRuns[groupId as GroupId])).toBe(2)
  expect(placeOf(own.current)).toBe(0)
})

test('[E6] more time goes to the part that is on; the end of the step moves with it', () => {
  const longer = applyRunCommand(begun, { type: 'time.add', minutes: 3 }, MINUTE)
  expect(partOfAll(longer)?.endsAt).toBe(8 * MINUTE)
  expect(longer.current?.endsAt).toBe(33 * MINUTE)
  expect(partTurnsOf(longer)[0]?.key).not.toBe(partTurnsOf(begun)[0]?.key)
  const inLast = applyRunCommand(inPart(2), { type: 'time.add', minutes: 3 }, MINUTE)
  expect(partOfAll(inLast)?.endsAt).toBeNull()
})

test('[E6] a moderator begins any part of the running step, none that it has not', () => {
  const back = applyRunCommand(inPart(2), { type: 'part.start', part: 0 }, 7 * MINUTE)
  expect(partOfAll(back)).toEqual({ partId: step.parts[0]?.id, startedAt: 7 * MINUTE, endsAt: 12 * MINUTE })
  expect(back.current?.endsAt).toBe(30 * MINUTE)
  expect(() => applyRunCommand(begun, { type: 'part.start', part: 3 }, 0)).toThrow('no such part')
  expect(() => applyRunCommand(aRunState({ steps: [step] }), { type: 'part.start', part: 0 }, 0)).toThrow(
    'no such part',
  )
  expect(() => applyRunCommand(begun, { type: 'part.start', part: 1, expectedStepId: null }, 0)).toThrow('another step')
})

test('a step that has been going on for a while begins in its part', () => {
  const late = applyRunCommand(begun, { type: 'step.start', stepId: step.id, elapsedMinutes: 7 }, 60 * MINUTE)
  expect(partOfAll(late)).toEqual({ partId: step.parts[1]?.id, startedAt: 58 * MINUTE, endsAt: 73 * MINUTE })
})

test('in a workshop that was closed, and where parts were taken out, nothing comes', () => {
  expect(partTurnsOf({ ...begun, closedAt: 1 })).toEqual([])
  expect(partTurnsOf({ ...begun, steps: [{ ...step, parts: [] }] })).toEqual([])
})
