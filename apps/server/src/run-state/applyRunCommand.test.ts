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
    expect(current).toEqual({
      stepId: steps[0].id,
      startedAt: NOW,
      endsAt: NOW + 5 * MINUTE,
      isClosed: false,
      part: null,
    })
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

describe('soft steps', () => {
  const start = (run: RunState, index: number, groupId?: string) =>
    applyRunCommand(run, { type: 'step.start', stepId: steps[index]!.id, ...(groupId ? { groupId } : {}) }, NOW)

  test('steps are skipped and repeated in any order', () => {
    const skipped = start(sheet, 2)
    expect(skipped.current?.stepId).toBe(steps[2].id)
    expect(start(skipped, 0).current?.stepId).toBe(steps[0].id)
  })

  test('a step that is started again begins anew: full time, open, nobody ready', () => {
    const ready = { [groupA!.id]: { readyAt: 5, helpAt: 6 } }
    const ended = applyRunCommand(start(sheet, 0), { type: 'step.close' }, NOW + 4 * MINUTE)
    const again = applyRunCommand(
      { ...ended, signals: ready },
      { type: 'step.start', stepId: steps[0].id },
      NOW + 9 * MINUTE,
    )
    expect(again.current).toEqual({
      stepId: steps[0].id,
      startedAt: NOW + 9 * MINUTE,
      endsAt: NOW + 14 * MINUTE,
      isClosed: false,
      part: null,
    })
    expect(again.signals).toEqual({ [groupA!.id]: { readyAt: null, helpAt: 6 } })
  })

  test('a group runs ahead or behind with its own clock and follows again; the others never notice', () => {
    const all = start(sheet, 1)
    const ahead = start(all, 2, groupA!.id)
    const both = start(ahead, 0, groupB!.id)
    expect(both.current).toEqual(all.current)
    expect(both.groupRuns).toMatchObject({
      [groupA!.id]: { stepId: steps[2].id, endsAt: NOW + 10 * MINUTE },
      [groupB!.id]: { stepId: steps[0].id, endsAt: NOW + 5 * MINUTE },
    })
    const follows = applyRunCommand(both, { type: 'step.end', groupId: groupA!.id }, NOW)
    expect(Object.keys(follows.groupRuns)).toEqual([groupB!.id])
  })

  test('back and next for one group count from where it is', () => {
    const ahead = start(start(sheet, 0), 2, groupA!.id)
    const back = applyRunCommand(ahead, { type: 'step.back', groupId: groupA!.id }, NOW)
    expect(back.groupRuns[groupA!.id]?.stepId).toBe(steps[1].id)
    expect(back.current?.stepId).toBe(steps[0].id)
  })

  test('going back changes the running step and nothing that anybody has made', () => {
    const second = applyRunCommand(start(sheet, 0), { type: 'step.next' }, NOW)
    const {
      current,
      stage: _stage,
      gathering: _gathering,
      ...rest
    } = applyRunCommand(second, { type: 'step.back' }, NOW)
    const { current: _current, stage: _s, gathering: _g, ...before } = second
    expect(current?.stepId).toBe(steps[0].id)
    expect(rest).toEqual(before)
  })

  test('ending the writing of a step closes it for groups with a time of their own too, not for those elsewhere', () => {
    let run = applyRunCommand(start(sheet, 0), { type: 'time.add', minutes: 3, groupId: groupA!.id }, NOW)
    run = start(run, 2, groupB!.id)
    const closed = applyRunCommand(run, { type: 'step.close' }, NOW)
    expect(closed.current?.isClosed).toBe(true)
    expect(closed.groupRuns[groupA!.id]?.isClosed).toBe(true)
    expect(closed.groupRuns[groupB!.id]?.isClosed).toBe(false)
  })

  test('three more minutes open an ended step again from now on: for all with its groups, or for one group', () => {
    const extended = applyRunCommand(start(sheet, 0), { type: 'time.add', minutes: 1, groupId: groupA!.id }, NOW)
    const ended = applyRunCommand(extended, { type: 'step.close' }, NOW)
    const later = NOW + 20 * MINUTE
    const all = applyRunCommand(ended, { type: 'time.add', minutes: 3 }, later)
    expect(all.current).toMatchObject({ isClosed: false, endsAt: later + 3 * MINUTE })
    expect(all.groupRuns[groupA!.id]).toMatchObject({ isClosed: false, endsAt: later + 3 * MINUTE })
    const one = applyRunCommand(ended, { type: 'time.add', minutes: 1, groupId: groupB!.id }, later)
    expect(one.current?.isClosed).toBe(true)
    expect(one.groupRuns[groupB!.id]).toMatchObject({ isClosed: false, endsAt: later + MINUTE })
  })

  test('time that is taken away opens nothing', () => {
    const ended = applyRunCommand(start(sheet, 0), { type: 'step.close' }, NOW)
    expect(applyRunCommand(ended, { type: 'time.add', minutes: -1 }, NOW).current?.isClosed).toBe(true)
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
