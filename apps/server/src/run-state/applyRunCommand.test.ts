import { newId, type RunState } from '@tafelrunde/schema/plain'
import { describe, expect, test } from 'vitest'
import { aRunState, aStep } from '../testing/aRunState.ts'
import { applyRunCommand } from './applyRunCommand.ts'

const NOW = 1_000_000
const MINUTE = 60_000

const steps = [aStep({ minutes: 5 }), aStep({ minutes: 0 }), aStep({ minutes: 10 })] as const
const sheet = aRunState({ steps })
const [common, groupA, groupB] = sheet.groups

function codeOf(attempt: () => unknown): string | undefined {
  try {
    attempt()
  } catch (error) {
    return (error as { code: string }).code
  }
  return undefined
}

describe('steps', () => {
  test('the first next starts the first step, with its minutes', () => {
    const { current } = applyRunCommand(sheet, { type: 'step.next' }, NOW)
    expect(current).toEqual({ stepId: steps[0].id, startedAt: NOW, endsAt: NOW + 5 * MINUTE, isClosed: false })
  })

  test('a step that has been going on for a while began then and ends the sooner', () => {
    const { current } = applyRunCommand(sheet, { type: 'step.start', stepId: steps[0].id, elapsedMinutes: 2 }, NOW)
    const fresh = applyRunCommand(sheet, { type: 'step.start', stepId: steps[0].id }, NOW).current
    expect(current?.startedAt).toBe(NOW - 2 * MINUTE)
    expect(current?.endsAt).toBe((fresh?.endsAt ?? 0) - 2 * MINUTE)
  })

  test('a step without minutes has no end', () => {
    const { current } = applyRunCommand(sheet, { type: 'step.start', stepId: steps[1].id }, NOW)
    expect(current?.endsAt).toBeNull()
  })

  test('there is nothing behind the last step and nothing before the first', () => {
    const last = applyRunCommand(sheet, { type: 'step.start', stepId: steps[2].id }, NOW)
    expect(codeOf(() => applyRunCommand(last, { type: 'step.next' }, NOW))).toBe('step.unknown')
    expect(codeOf(() => applyRunCommand(sheet, { type: 'step.back' }, NOW))).toBe('step.unknown')
  })

  test('what is expected counts for the group that the command is for', () => {
    const first = applyRunCommand(sheet, { type: 'step.next' }, NOW)
    const groupId = groupA!.id
    const ahead = applyRunCommand(first, { type: 'step.next', groupId }, NOW)
    const expectedStepId = steps[0].id
    expect(codeOf(() => applyRunCommand(ahead, { type: 'step.next', groupId, expectedStepId }, NOW))).toBe(
      'step.conflict',
    )
    expect(codeOf(() => applyRunCommand(ahead, { type: 'step.next', expectedStepId }, NOW))).toBeUndefined()
    expect(codeOf(() => applyRunCommand(ahead, { type: 'step.next', expectedStepId: null }, NOW))).toBe('step.conflict')
    expect(codeOf(() => applyRunCommand(sheet, { type: 'step.next', expectedStepId: null }, NOW))).toBeUndefined()
  })

  test('a step for all takes along every group that ran another one', () => {
    const ahead = applyRunCommand(sheet, { type: 'step.start', stepId: steps[2].id, groupId: groupA!.id }, NOW)
    expect(applyRunCommand(ahead, { type: 'step.start', stepId: steps[0].id }, NOW).groupRuns).toEqual({})
  })
})

describe('time', () => {
  test('a step without an end gets one from now', () => {
    const open = applyRunCommand(sheet, { type: 'step.start', stepId: steps[1].id }, NOW)
    expect(applyRunCommand(open, { type: 'time.add', minutes: 3 }, NOW + 500).current?.endsAt).toBe(
      NOW + 500 + 3 * MINUTE,
    )
  })

  test('time for all moves a group with more time along, and leaves one in another step alone', () => {
    let run: RunState = applyRunCommand(sheet, { type: 'step.next' }, NOW)
    run = applyRunCommand(run, { type: 'time.add', minutes: 3, groupId: groupA!.id }, NOW)
    run = applyRunCommand(run, { type: 'step.start', stepId: steps[2].id, groupId: groupB!.id }, NOW)
    const later = applyRunCommand(run, { type: 'time.add', minutes: 1 }, NOW)
    expect(later.current?.endsAt).toBe(NOW + 6 * MINUTE)
    expect(later.groupRuns[groupA!.id]?.endsAt).toBe(NOW + 9 * MINUTE)
    expect(later.groupRuns[groupB!.id]).toEqual(run.groupRuns[groupB!.id])
  })
})

describe('freezing', () => {
  test('thawing one group of a frozen workshop leaves the others frozen, one by one', () => {
    let run = applyRunCommand(sheet, { type: 'freeze' }, NOW)
    run = applyRunCommand(run, { type: 'unfreeze', groupId: groupA!.id }, NOW)
    expect(run.frozen).toEqual({ all: false, groupIds: [common!.id, groupB!.id] })
    run = applyRunCommand(run, { type: 'unfreeze' }, NOW)
    expect(run.frozen).toEqual({ all: false, groupIds: [] })
  })

  test('freezing or locking twice is freezing or locking once', () => {
    const groupId = groupA!.id
    const canvasId = newId()
    let run = sheet
    for (const _ of [1, 2]) {
      run = applyRunCommand(run, { type: 'freeze', groupId }, NOW)
      run = applyRunCommand(run, { type: 'board.lock', groupId, canvasId }, NOW)
    }
    expect(run.frozen.groupIds).toEqual([groupId])
    expect(run.groups[1]?.lockedCanvasIds).toEqual([canvasId])
  })
})

test('a command never changes the state that it is given', () => {
  const before = structuredClone(sheet)
  for (const type of ['step.next', 'freeze', 'step.end', 'announcement.clear'] as const) {
    applyRunCommand(sheet, { type }, NOW)
  }
  expect(sheet).toEqual(before)
})
