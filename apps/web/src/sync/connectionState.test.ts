import type { RunState } from '@tafelrunde/schema/plain'
import { describe, expect, test } from 'vitest'
import { connectionStateOf, type ConnectionFacts } from './connectionState.ts'

const facts: ConnectionFacts = {
  isSocketOpen: true,
  isSynced: true,
  hasEverSynced: true,
  isLocalLoaded: true,
  unsynced: 0,
  offlineSince: null,
  sentSince: null,
  trouble: null,
  ending: null,
  reloading: null,
  refused: null,
  role: 'participant',
  ownGroupId: 'a',
  groupId: 'a',
  isMuted: false,
  isPrivate: false,
  run: null,
}

function runWith(step: { where: string; writableRoots: string[] } | null, more: object = {}): RunState {
  return {
    groups: [
      { id: 'a', kind: 'group', isLocked: false },
      { id: 'b', kind: 'group', isLocked: true },
      { id: 'p', kind: 'common', isLocked: false },
    ],
    steps: step ? [{ id: 's', ...step }] : [],
    current: step ? { stepId: 's' } : null,
    groupRuns: {},
    frozen: { all: false, groupIds: [] },
    reveals: [],
    ...more,
  } as unknown as RunState
}

const reasonOf = (more: Partial<ConnectionFacts>) => connectionStateOf({ ...facts, ...more }).readOnlyReason

describe('connectionStateOf', () => {
  test('says saved only when connected, in step with the server and without unconfirmed edits', () => {
    for (const isSocketOpen of [true, false]) {
      for (const isSynced of [true, false]) {
        for (const unsynced of [0, 1]) {
          const { lamp } = connectionStateOf({ ...facts, isSocketOpen, isSynced, unsynced })
          expect(lamp === 'saved').toBe(isSocketOpen && isSynced && unsynced === 0)
          expect(lamp === 'device').toBe(!isSocketOpen || !isSynced)
        }
      }
    }
  })

  test('a first connection is connecting, a lost one offline, a refused one refused', () => {
    const lost = { isSocketOpen: false, isSynced: false }
    expect(connectionStateOf({ ...facts, ...lost }).transport).toBe('connecting')
    expect(connectionStateOf({ ...facts, ...lost, offlineSince: 5 })).toMatchObject({ transport: 'offline', since: 5 })
    expect(connectionStateOf({ ...facts, refused: 'seat.revoked' }).transport).toBe('refused')
  })

  test('a frozen or locked board is read-only for everybody', () => {
    for (const role of ['participant', 'moderator'] as const) {
      expect(reasonOf({ role, run: runWith(null, { frozen: { all: true, groupIds: [] } }) })).toBe('frozen')
      expect(reasonOf({ role, run: runWith(null, { frozen: { all: false, groupIds: ['a'] } }) })).toBe('frozen')
      expect(reasonOf({ role, run: runWith(null), groupId: 'b', ownGroupId: 'b' })).toBe('locked')
    }
  })

  test('a step binds participants on its boards and moderators on none', () => {
    const common = runWith({ where: 'common', writableRoots: ['items'] })
    expect(reasonOf({ run: common })).toBe('step')
    expect(reasonOf({ run: common, groupId: 'p' })).toBeNull()
    expect(reasonOf({ run: common, role: 'moderator' })).toBeNull()
    expect(reasonOf({ run: runWith({ where: 'groups', writableRoots: ['recommendations'] }) })).toBeNull()
    expect(reasonOf({ run: runWith({ where: 'all', writableRoots: [] }) })).toBe('step')
    const open = { where: 'all', writableRoots: ['items'] }
    expect(reasonOf({ run: runWith(open) })).toBeNull()
    expect(reasonOf({ run: runWith(open, { current: { stepId: 's', isClosed: true } }) })).toBe('step')
    expect(reasonOf({ run: runWith(null) })).toBeNull()
  })

  test('another group’s board is foreign, the common one is everybody’s', () => {
    expect(reasonOf({ run: runWith(null), ownGroupId: 'b' })).toBe('foreign')
    expect(reasonOf({ run: runWith(null), ownGroupId: 'b', groupId: 'p' })).toBeNull()
    expect(reasonOf({ run: runWith(null), ownGroupId: null, role: 'owner' })).toBeNull()
  })

  test('nothing can be written before there is something of the server’s to write on', () => {
    expect(reasonOf({ isLocalLoaded: false, hasEverSynced: false })).toBe('loading')
    expect(reasonOf({ isLocalLoaded: true, hasEverSynced: false, isSynced: false })).toBeNull()
  })
})
