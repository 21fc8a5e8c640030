import {
  beginPart,
  newId,
  SOFT_END_GRACE_MS,
  type Group,
  type GroupId,
  type PartRules,
  type RunState,
  type StepPartId,
} from '@tafelrunde/schema/plain'
import { sampleRun, sampleStep } from '@tafelrunde/schema/samples'
import { expect, test } from 'vitest'
import { boardEndOf } from './boardEndOf.ts'

const MINUTE = 60_000
const reading: PartRules = { writableRoots: [], visibility: 'own', isHidden: false }
const group = { id: newId<GroupId>(), kind: 'group' } as Group

const part = (rules: PartRules | null) => ({
  id: newId<StepPartId>(),
  title: '',
  instruction: '',
  minutes: 5,
  rules,
})

/** The first part is on, since 0; the step ends after half an hour. */
function run(rules: readonly (PartRules | null)[], ending: 'open' | 'soft' = 'open'): RunState {
  const step = sampleStep({ where: 'groups', writableRoots: ['items', 'sketch'], ending, parts: rules.map(part) })
  const current = {
    stepId: step.id,
    startedAt: 0,
    endsAt: 30 * MINUTE,
    isClosed: false,
    part: beginPart(step, 0, 0),
  }
  return sampleRun({ groups: [group], steps: [step], current })
}

test('a part that is followed by one that allows less is announced before its time is up', () => {
  const end = { announcedAt: 5 * MINUTE - SOFT_END_GRACE_MS, closesAt: 5 * MINUTE }
  expect(boardEndOf(run([null, reading]), group)).toEqual(end)
  expect(boardEndOf(run([null, { ...reading, writableRoots: ['items'] }], 'soft'), group)).toEqual(end)
  expect(boardEndOf(run([null, { ...reading, writableRoots: ['items', 'sketch'], isHidden: true }]), group)).toEqual(
    end,
  )
})

test('parts that allow the same end nothing; then the step does, if it ends softly', () => {
  expect(boardEndOf(run([null, null]), group)).toBeNull()
  const end = { announcedAt: 30 * MINUTE, closesAt: 30 * MINUTE + SOFT_END_GRACE_MS }
  expect(boardEndOf(run([null, null], 'soft'), group)).toEqual(end)
  expect(boardEndOf(run([reading, null], 'soft'), group)).toBeNull()
})
