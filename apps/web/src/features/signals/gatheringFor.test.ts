import { newId, type Group, type GroupId, type RunState, type Step, type StepId } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { countComing, gatheringFor } from './gatheringFor.ts'

const [common, own, other] = [newId<GroupId>(), newId<GroupId>(), newId<GroupId>()]
const stepId = newId<StepId>()
const anna = { role: 'participant', groupId: own } as const

function aRun(target: GroupId | null | undefined, step: Partial<Step> = {}): RunState {
  return {
    groups: [
      { id: common, kind: 'common' },
      { id: own, kind: 'group' },
      { id: other, kind: 'group' },
    ] as unknown as Group[],
    steps: [{ id: stepId, visibility: 'own', isPlenaryOpen: true, ...step } as Step],
    current: { stepId, startedAt: 1, endsAt: null, isClosed: false, part: null },
    groupRuns: {},
    gathering: target === undefined ? null : { id: 'g', groupId: target, at: 1 },
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
  expect(countComing(aRun(other), seats, other)).toEqual({ count: 1, all: 2 })
  expect(countComing(aRun(null), seats, null)).toEqual({ count: 2, all: 2 })
  expect(countComing(aRun(null, { isPlenaryOpen: false }), seats, null)).toEqual({ count: 0, all: 2 })
})
