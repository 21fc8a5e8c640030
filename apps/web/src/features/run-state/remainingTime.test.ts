import { beginPart, type Step, type StepId, type StepPartId, type StepRun } from '@tafelrunde/schema'
import { describe, expect, test } from 'vitest'
import { currentPart, secondsLeft } from './remainingTime.ts'

const MINUTE = 60_000
const run: StepRun = {
  stepId: 's' as StepId,
  startedAt: 1_000_000,
  endsAt: 1_000_000 + 45 * MINUTE,
  isClosed: false,
  part: null,
}
const step: Step = {
  id: 's' as StepId,
  title: 'Analysieren',
  instruction: '',
  minutes: 45,
  writableRoots: ['items'],
  where: 'groups',
  visibility: 'own',
  isPlenaryOpen: false,
  screen: 'fields',
  parts: [
    { id: 'part-1' as StepPartId, title: 'Allein', instruction: 'a', minutes: 5, rules: null },
    { id: 'part-2' as StepPartId, title: 'Sammeln', instruction: 'b', minutes: 15, rules: null },
    { id: 'part-3' as StepPartId, title: 'Schärfen', instruction: 'c', minutes: 25, rules: null },
  ],
  isHidden: false,
  vote: null,
  ending: 'open',
}

describe('remaining time', () => {
  test('seconds count down to the end and go below zero afterwards', () => {
    expect(secondsLeft(run, run.startedAt)).toBe(2700)
    expect(secondsLeft(run, run.startedAt + 46 * MINUTE)).toBe(-60)
    expect(secondsLeft({ ...run, endsAt: null }, 0)).toBeNull()
  })

  test('the part is the one that the run state says', () => {
    const inPart = (index: number): StepRun => ({ ...run, part: beginPart(step, index, 1) })
    expect(currentPart(step, inPart(0))).toMatchObject({ index: 1, count: 3, title: 'Allein' })
    expect(currentPart(step, inPart(1))).toMatchObject({ index: 2, title: 'Sammeln' })
    expect(currentPart(step, inPart(3))).toBeNull()
  })

  test('a step of one part says nothing about parts', () => {
    expect(currentPart({ ...step, parts: [] }, run)).toBeNull()
  })
})
