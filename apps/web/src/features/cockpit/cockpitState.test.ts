import { newId, type RunState } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { applyCockpitEvent, type Cockpit } from './cockpitState.ts'

const groupId = newId<string>()

function aTile(items: number): Cockpit['tiles'][number] {
  return {
    groupId,
    presentSeatIds: [],
    canvases: [],
    items,
    freeItems: 0,
    recommendations: [],
    lastEditAt: null,
    trouble: null,
    lostConnections: [],
  }
}

function aCockpit(): Cockpit {
  const state = {
    run: { version: 4 } as RunState,
    serverTime: 1,
    tiles: [aTile(1)],
    seats: [],
    seating: { mode: 'free' },
    links: [],
    tray: [],
    snapshots: [],
    checks: [],
    acts: [],
    moderatorSeatIds: [],
    votes: [],
  }
  return applyCockpitEvent(null, { type: 'state', data: state }, 1)!
}

describe('applyCockpitEvent', () => {
  it('replaces the tile of one group and keeps the rest', () => {
    const before = aCockpit()
    const after = applyCockpitEvent(before, { type: 'tile', data: aTile(7) }, 1)!
    expect(after.tiles.map((tile) => tile.items)).toEqual([7])
    expect(after.run).toBe(before.run)
  })

  it('adds the tile of a group that is new', () => {
    const other = { ...aTile(3), groupId: newId<string>() }
    expect(applyCockpitEvent(aCockpit(), { type: 'tile', data: other }, 1)!.tiles).toHaveLength(2)
  })

  it('does not go back to an older run state that arrives late', () => {
    const before = aCockpit()
    expect(applyCockpitEvent(before, { type: 'run', data: { run: { version: 3 }, serverTime: 1 } }, 1)).toBe(before)
    expect(
      applyCockpitEvent(before, { type: 'run', data: { run: { version: 5 }, serverTime: 901 } }, 1)!.run.version,
    ).toBe(5)
  })

  it('keeps up with what the team does and who of it is there', () => {
    const act = { seatId: groupId, at: 1, event: 'run.commanded', command: 'freeze', groupId: null, stepId: null }
    const acted = applyCockpitEvent(aCockpit(), { type: 'acts', data: { acts: [act] } }, 1)
    expect(applyCockpitEvent(acted, { type: 'moderators', data: { seatIds: [groupId] } }, 1)).toMatchObject({
      acts: [act],
      moderatorSeatIds: [groupId],
    })
  })

  it('ignores what a newer server sends, and anything before the first state', () => {
    const before = aCockpit()
    expect(applyCockpitEvent(before, { type: 'weather', data: {} }, 1)).toBe(before)
    expect(applyCockpitEvent(null, { type: 'tile', data: aTile(1) }, 1)).toBeNull()
  })
})
