import { expect, test } from 'vitest'
import { newId, type GroupId, type StepId, type StepPartId } from '../ids.ts'
import { parseRunState } from './parseRunState.ts'
import type { Group, PartRules, RunState, Step, StepPart } from './RunState.ts'
import { stepOf } from './stepOf.ts'
import { beginPart, keepPart, partOf, partRunAt } from './stepPartRun.ts'
import { isWritingHidden, stepRootsOf } from './stepRoots.ts'

const MINUTE = 60_000
const silent: PartRules = { writableRoots: [], visibility: 'all', isHidden: false }
const hidden: PartRules = { writableRoots: ['items'], visibility: 'own', isHidden: true }

const part = (minutes: number, rules: PartRules | null = null) => ({
  id: newId<StepPartId>(),
  title: '',
  instruction: '',
  minutes,
  rules,
})
const step: Step = {
  id: newId<StepId>(),
  title: 'Verstehen',
  instruction: '',
  minutes: 45,
  writableRoots: ['items', 'recommendations'],
  where: 'groups',
  visibility: 'own',
  isPlenaryOpen: false,
  screen: 'instruction',
  parts: [part(5, hidden), part(15), part(25, silent)],
  isHidden: false,
  vote: null,
  ending: 'open',
}
const group = { id: newId<GroupId>(), kind: 'group' } as Group

/** The run state in a part of the step that has begun at this time. */
function inPart(index: number, traits: Partial<RunState> = {}): RunState {
  const current = { stepId: step.id, startedAt: 0, endsAt: null, isClosed: false, part: beginPart(step, index, 1_000) }
  return { ...parseRunState({}), groups: [group], steps: [step], current, ...traits }
}

test.each([
  [0, 0],
  [4.9, 0],
  [5, 1],
  [25, 2],
  [90, 2],
])('[W5] after %s minutes part %s is on, and the last one stays', (minutes, index) => {
  expect(partRunAt(step, 1_000, 1_000 + minutes * MINUTE)?.partId).toBe(step.parts[index]?.id)
})

test('[W5] a part begins when the one before it ended, also when nobody looked; the last one has no end', () => {
  expect(partRunAt(step, 0, 7 * MINUTE)).toEqual({
    partId: step.parts[1]?.id,
    startedAt: 5 * MINUTE,
    endsAt: 20 * MINUTE,
  })
  expect(partRunAt(step, 0, 60 * MINUTE)).toEqual({ partId: step.parts[2]?.id, startedAt: 20 * MINUTE, endsAt: null })
  expect(partRunAt({ parts: [] }, 0, 0)).toBeNull()
})

test('[W6] a part with rules of its own takes the place of what the step says; the others say nothing', () => {
  expect(stepRootsOf(inPart(1), group)).toEqual(['items', 'recommendations'])
  expect(stepRootsOf(inPart(2), group)).toEqual([])
  expect(stepOf(inPart(2), group.id)?.visibility).toBe('all')
  expect(stepOf(inPart(1), group.id)).toEqual(step)
})

test('[W6] a hidden part hides until it is revealed, and no longer than it lasts', () => {
  const reveal = (at: number) => ({ id: 'r', groupId: null, at, notes: 1, hasAuthors: true })
  expect(isWritingHidden(inPart(0), group)).toBe(true)
  expect(stepRootsOf(inPart(0), group)).toEqual([])
  expect(isWritingHidden(inPart(0, { reveals: [reveal(1_500)] }), group)).toBe(false)
  // What an earlier part of the same step has shown does not open this one.
  expect(isWritingHidden(inPart(0, { reveals: [reveal(500)] }), group)).toBe(true)
  expect(isWritingHidden(inPart(1), group)).toBe(false)
})

test('[W6] in a hidden step a reveal counts for all parts without rules of their own', () => {
  const hiddenStep = { ...step, isHidden: true, parts: [part(5), part(5)] }
  const current = {
    stepId: step.id,
    startedAt: 0,
    endsAt: null,
    isClosed: false,
    part: beginPart(hiddenStep, 1, 5 * MINUTE),
  }
  const run = inPart(0, { steps: [hiddenStep], current })
  expect(isWritingHidden(run, group)).toBe(true)
  const reveals = [{ id: 'r', groupId: null, at: MINUTE, notes: 1, hasAuthors: true }]
  expect(isWritingHidden({ ...run, reveals }, group)).toBe(false)
})

test('a part that was taken out of the run sheet leaves what the step says', () => {
  const run = inPart(2, { steps: [{ ...step, parts: [] }] })
  expect(partOf({ parts: [] }, run.current!)).toBeNull()
  expect(stepRootsOf(run, group)).toEqual(['items', 'recommendations'])
})

test('parts are read as they are stored, and older ones without rules', () => {
  const stored = {
    'steps.order': [step.id],
    [`steps/${step.id}`]: { ...step, parts: [part(5, hidden), { title: 'alt', instruction: '', minutes: 3 }] },
    current: inPart(0).current,
  }
  const run = parseRunState(stored)
  expect(run.steps[0]?.parts.map(({ rules }) => rules)).toEqual([hidden, null])
  expect(run.current?.part).toEqual({
    partId: step.parts[0]?.id,
    startedAt: 1_000,
    endsAt: 1_000 + 5 * MINUTE,
  })
  const older = { ...inPart(0).current!, part: undefined }
  expect(parseRunState({ ...stored, current: older }).current?.part).toBeNull()
})

test('[W5] a part without minutes goes on until a moderator does, and hides for as long', () => {
  const open = { ...step, parts: [part(0, hidden), part(10)] }
  expect(partRunAt(open, 0, 60 * MINUTE)).toEqual({ partId: open.parts[0]?.id, startedAt: 0, endsAt: null })
})

test('[W5] an edit of the run sheet keeps the part that is on, wherever it now stands', () => {
  const stepRun = { stepId: step.id, startedAt: 0, endsAt: null, isClosed: false, part: beginPart(step, 1, 1_000) }
  const [first, second, third] = step.parts as [StepPart, StepPart, StepPart]
  expect(keepPart({ parts: [third, first, second, part(3)] }, stepRun, 2_000)).toEqual(stepRun.part)
  expect(keepPart({ parts: [first, second] }, stepRun, 2_000)).toEqual({ ...stepRun.part, endsAt: null })
  const last = { ...stepRun, part: beginPart(step, 2, 1_000) }
  const appended = { parts: [...step.parts, part(3)] }
  expect(keepPart(appended, last, 2_000)?.endsAt).toBe(1_000 + 25 * MINUTE)
  expect(keepPart(appended, last, 60 * MINUTE)?.endsAt).toBe(60 * MINUTE)
  expect(keepPart({ parts: [first, third] }, stepRun, 2_000)?.partId).toBe(first.id)
  expect(keepPart({ parts: [] }, stepRun, 2_000)).toBeNull()
  expect(keepPart(step, { ...stepRun, part: null }, 2_000)?.partId).toBe(first.id)
})
