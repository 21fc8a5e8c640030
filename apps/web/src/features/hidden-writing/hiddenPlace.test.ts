import type { Canvas, Group, HiddenNote, RunState } from '@tafelrunde/schema/plain'
import { describe, expect, test } from 'vitest'
import { hiddenFields, notesForBoard, usualField, writesHiddenHere, type HiddenQuestion } from './hiddenPlace.ts'

const common = { id: 'p', kind: 'common' } as Group
const groupA = { id: 'a', kind: 'group' } as Group
const canvas = { id: 'c', templateId: 'harvest' } as Canvas

function runOf(step: object, more: object = {}): RunState {
  return {
    groups: [common, groupA],
    steps: [
      { id: 's', isHidden: true, where: 'common', vote: null, ...step },
      { id: 'v', vote: { subject: 'notes', fieldId: 'ideas' } },
    ],
    current: { stepId: 's', startedAt: 10 },
    groupRuns: {},
    reveals: [],
    closedAt: null,
    ...more,
  } as unknown as RunState
}
const ask = (more: Partial<HiddenQuestion>): boolean =>
  writesHiddenHere({ run: runOf({}), group: common, role: 'participant', ownGroupId: 'a', ...more })

describe('hidden writing', () => {
  test('is where the step works, for those who write there', () => {
    expect(ask({})).toBe(true)
    expect(ask({ group: groupA })).toBe(false)
    const inGroups = runOf({ where: 'groups' })
    expect(ask({ run: inGroups, group: groupA })).toBe(true)
    expect(ask({ run: inGroups, group: groupA, ownGroupId: 'b' })).toBe(false)
    expect(ask({ run: inGroups, group: groupA, ownGroupId: null, role: 'moderator' })).toBe(true)
    expect(ask({ role: 'observer' })).toBe(false)
  })

  test('ends with the reveal of this board or of all, and with the workshop', () => {
    const revealed = (groupId: string | null) => runOf({}, { reveals: [{ groupId, at: 20 }] })
    expect(ask({ run: revealed(null) })).toBe(false)
    expect(ask({ run: revealed('p') })).toBe(false)
    expect(ask({ run: revealed('a') })).toBe(true)
    expect(ask({ run: runOf({}, { closedAt: 30 }) })).toBe(false)
    expect(ask({ run: runOf({ isHidden: false }) })).toBe(false)
  })
})

test('notes go to the field that is voted on next, without a vote to the first one for plain notes', () => {
  const fields = hiddenFields(common, canvas)
  expect(fields.map(({ place }) => place.fieldId)).toEqual(['practice', 'question', 'ideas'])
  expect(usualField(runOf({}), common, fields)?.place).toEqual({ groupId: 'p', canvasId: 'c', fieldId: 'ideas' })
  const votesOn = (fieldId: string | null): RunState => runOf({ vote: { subject: 'notes', fieldId } })
  expect(usualField(votesOn('question'), common, fields)?.place.fieldId).toBe('question')
  expect(usualField(votesOn(null), common, fields)?.place.fieldId).toBe('ideas')
  expect(usualField(runOf({}), common, hiddenFields(common, undefined))).toBeUndefined()
})

test('a board lists what comes onto it, also after its author has changed groups', () => {
  const notes = ['a', 'p', 'former'].map((groupId) => ({ groupId }) as HiddenNote)
  const listed = (group: Group, ownGroupId: string | null) =>
    notesForBoard(notes, { run: runOf({}), group, role: 'participant', ownGroupId }).map(({ groupId }) => groupId)
  expect([listed(groupA, 'a'), listed(common, 'a')]).toEqual([['a', 'former'], ['p']])
  expect(listed(common, null)).toEqual(['a', 'p', 'former'])
})
