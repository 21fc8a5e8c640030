import { newId, type GroupId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { ROLES } from '@tafelrunde/protocol'
import { aRunState } from '../testing/aRunState.ts'
import { refuseSignal } from './signalGroup.ts'

const run = aRunState()
const speaks = { isMuted: false }
const [common, own, other] = run.groups.map(({ id }) => id)

test('[SI1] only participants and scribes of the group speak for it', () => {
  const allowed = ROLES.filter((role) => refuseSignal(run, { ...speaks, role, groupId: own! }, own!) === null)
  expect(allowed).toEqual(['scribe', 'participant'])
  expect(refuseSignal(run, { ...speaks, role: 'participant', groupId: own! }, other!)).toBe('group.foreign')
  expect(refuseSignal(run, { ...speaks, role: 'scribe', groupId: null }, own!)).toBe('group.foreign')
  expect(refuseSignal(run, { isMuted: true, role: 'participant', groupId: own! }, own!)).toBe('seat.muted')
  expect(refuseSignal(run, { ...speaks, role: 'participant', groupId: own! }, common!)).toBe('group.unknown')
  expect(refuseSignal(run, { ...speaks, role: 'participant', groupId: own! }, newId<GroupId>())).toBe('group.unknown')
})

test('a workshop that was closed hears nobody', () => {
  expect(refuseSignal({ ...run, closedAt: 1 }, { ...speaks, role: 'scribe', groupId: own! }, own!)).toBe(
    'workshop.closed',
  )
})
