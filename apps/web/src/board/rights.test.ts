import { NOTHING_YET, type Group, type GroupId, type RunState, type StepId } from '@tafelrunde/schema'
import { describe, expect, test } from 'vitest'
import { rightsOf, type RightsQuestion } from './rights.ts'

const [own, other, common] = ['g-own', 'g-other', 'g-common'] as GroupId[] as [GroupId, GroupId, GroupId]

function aGroup(id: GroupId, kind: Group['kind'] = 'group'): Group {
  return {
    id,
    kind,
    letter: 'A',
    colour: 0,
    name: '',
    topic: '',
    maxSeats: null,
    targetGroupId: null,
    isLocked: false,
    lockedCanvasIds: [],
  }
}

function aRun(change: Partial<RunState> = {}): RunState {
  const stepId = 's1' as StepId
  return {
    version: 1,
    workshop: {
      id: 'w',
      title: '',
      language: 'de',
      startsAt: null,
      endsAt: null,
      timeZone: 'Europe/Berlin',
      organisations: [],
      isExample: false,
      retainedUntil: null,
    },
    groups: [aGroup(own), aGroup(other), aGroup(common, 'common')],
    talks: [],
    targetGroups: [],
    steps: [
      {
        id: stepId,
        title: '',
        instruction: '',
        minutes: 5,
        writableRoots: ['recommendations'],
        where: 'groups',
        visibility: 'own',
        isPlenaryOpen: false,
        screen: 'fields',
        parts: [],
        isHidden: false,
        vote: null,
        ending: 'open',
      },
    ],
    ...NOTHING_YET,
    current: { stepId, startedAt: 0, endsAt: null, isClosed: false, part: null },
    ...change,
  }
}

const ask = (change: Partial<RightsQuestion> = {}) =>
  rightsOf({
    run: aRun(),
    group: aGroup(own),
    role: 'participant',
    ownGroupId: own,
    isMuted: false,
    refusal: null,
    ...change,
  })

describe('rightsOf', () => {
  test('a step opens only its own roots', () => {
    expect(ask().closed).toMatchObject({ items: 'step.closed', recommendations: null })
  })

  test('a step for the groups closes the common board', () => {
    expect(ask({ group: aGroup(common, 'common') }).closed.recommendations).toBe('step.closed')
  })

  test('without a step everything is open, on the common board for everybody', () => {
    expect(ask({ run: aRun({ current: null }), group: aGroup(common, 'common') }).closed.items).toBeNull()
  })

  test('another group’s board is for reading', () => {
    expect(ask({ run: aRun({ current: null }), group: aGroup(other) }).closed.items).toBe('group.foreign')
  })

  test('a muted seat reads everywhere, a moderator is never muted', () => {
    const run = aRun({ current: null })
    expect(ask({ run, isMuted: true }).closed).toMatchObject({ items: 'seat.muted', recommendations: 'seat.muted' })
    expect(ask({ run, isMuted: true, role: 'moderator', ownGroupId: null }).closed.items).toBeNull()
  })

  test('a freeze binds moderators too', () => {
    const run = aRun({ frozen: { all: true, groupIds: [] } })
    expect(ask({ run, role: 'moderator', ownGroupId: null }).closed.items).toBe('board.frozen')
  })

  test('a refusal of the session closes everything with its reason', () => {
    expect(ask({ run: aRun({ current: null }), refusal: 'board.locked' }).closed).toMatchObject({
      items: 'board.locked',
      sketch: 'board.locked',
    })
  })
})
