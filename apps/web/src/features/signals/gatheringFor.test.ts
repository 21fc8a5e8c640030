import { newId, type Group, type GroupId, type RunState, type Step, type StepId } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { countComing, gatheringFor } from './gatheringFor.ts'

const [common, own, other] = [newId<GroupId>(), newId<GroupId>(), newId<GroupId>()]
const stepId = newId<StepId>()
const anna = { role: 'participant', groupId: own } as const

function aRun(target: GroupId | 'own' | null | undefined, step: Partial<Step> = {}): RunState {
  const isToOwnGroup = target === 'own'
  return {
    groups: [
      { id: common, kind: 'common' },
      { id: own, kind: 'group' },
      { id: other, kind: 'group' },
    ] as unknown as Group[],
    steps: [{ id: stepId, visibility: 'own', isPlenaryOpen: true, ...step } as Step],
    current: { stepId, startedAt: 1, endsAt: null, isClosed: false, part: null },
    groupRuns: {},
    gathering: target === undefined ? null : { id: 'g', groupId: isToOwnGroup ? null : target, isToOwnGroup, at: 1 },
  } as unknown as RunState
}

describe('gatheringFor', () => {
  it('asks people to come who are elsewhere, and nobody who is there', () => {
    expect(gatheringFor(aRun(null), anna, own)).toMatchObject({ group: null, isLed: true })
    expect(gatheringFor(aRun(null), anna, null)).toBeNull()
    expect(gatheringFor(aRun(common), anna, own)?.group?.id).toBe(common)
    expect(gatheringFor(aRun(common), anna, null)?.group?.id).toBe(common)
    expect(gatheringFor(aRun(own), anna, own)).toBeNull()
    expect(gatheringFor(aRun(undefined), anna, own)).toBeNull()
  })

  it('asks nobody to where they may not read', () => {
    expect(gatheringFor(aRun(null, { isPlenaryOpen: false }), anna, own)).toBeNull()
    expect(gatheringFor(aRun(other), anna, own)).toBeNull()
    expect(gatheringFor(aRun(other, { visibility: 'all' }), anna, own)?.group?.id).toBe(other)
  })

  it('asks people back to their own group from wherever they are, and nobody who has none', () => {
    for (const place of [common, other, null]) {
      expect(gatheringFor(aRun('own'), anna, place)).toMatchObject({ group: { id: own }, isLed: true })
    }
    expect(gatheringFor(aRun('own'), anna, own)).toBeNull()
    expect(gatheringFor(aRun('own'), { ...anna, groupId: null }, common)).toBeNull()
    expect(gatheringFor(aRun('own'), { role: 'moderator', groupId: null }, null)).toBeNull()
  })

  it('tells moderators, who go as they like, and leaves screens alone', () => {
    expect(gatheringFor(aRun(other), { role: 'moderator', groupId: null }, own)?.isLed).toBe(false)
    expect(gatheringFor(aRun(null), { role: 'screen', groupId: null }, own)).toBeNull()
    expect(gatheringFor(aRun(null, { isPlenaryOpen: false }), { role: 'observer', groupId: null }, own)?.isLed).toBe(
      true,
    )
  })
})

it('counts who may come of those who are led', () => {
  const seats = [
    anna,
    { role: 'scribe', groupId: other },
    { role: 'moderator', groupId: null },
    { role: 'observer', groupId: null },
  ] as const
  const toPlenary = { groupId: null, isToOwnGroup: false }
  expect(countComing(aRun(other), seats, { groupId: other, isToOwnGroup: false })).toEqual({ count: 1, all: 2 })
  expect(countComing(aRun(null), seats, toPlenary)).toEqual({ count: 2, all: 2 })
  expect(countComing(aRun(null, { isPlenaryOpen: false }), seats, toPlenary)).toEqual({ count: 0, all: 2 })
  const withLatecomer = [...seats, { role: 'participant', groupId: null } as const]
  expect(countComing(aRun('own'), withLatecomer, { groupId: null, isToOwnGroup: true })).toEqual({ count: 2, all: 3 })
})
