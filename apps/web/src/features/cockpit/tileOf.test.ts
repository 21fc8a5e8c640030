import { newId, type Group, type GroupId, type RunState, type Step, type StepId } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import type { Cockpit } from './cockpitState.ts'
import { helpQueue, tileOf, tilesOf } from './tileOf.ts'

const now = Date.parse('2022-03-03T10:30:00+01:00')
const groupId = newId<GroupId>()
const commonId = newId<GroupId>()
const stepId = newId<StepId>()

function aGroup(id: GroupId, kind: Group['kind']): Group {
  return {
    id,
    kind,
    letter: kind === 'common' ? 'P' : 'A',
    colour: 0,
    name: 'Kommunen',
    topic: '',
    maxSeats: null,
    targetGroupId: null,
    isLocked: false,
    lockedCanvasIds: [],
  }
}

function aCockpit({
  where = 'groups',
  lastEditAt = now,
  trouble = null,
  lostConnections = [],
  ...tile
}: Partial<Cockpit['tiles'][number]> & { where?: Step['where'] } = {}): Cockpit {
  const step = { id: stepId, title: 'Analyse', where, writableRoots: ['items'] } as unknown as Step
  const run = {
    groups: [aGroup(groupId, 'group'), aGroup(commonId, 'common')],
    steps: [step],
    current: { stepId, startedAt: now, endsAt: null, isClosed: false, part: null },
    groupRuns: {},
    signals: {},
    nudges: {},
    stage: { spotlight: null },
    frozen: { all: false, groupIds: [] },
  } as unknown as RunState
  const seat = {
    id: 'seat',
    name: 'Anna',
    organisation: 'Land A',
    role: 'participant',
    groupId,
    joinedAt: 1,
    isPresent: true,
    isWaiting: false,
    isMuted: false,
    people: 1,
    companions: '',
  } as const
  return {
    run,
    clockOffsetMs: 0,
    tiles: [
      {
        groupId,
        presentSeatIds: ['seat'],
        canvases: [
          { id: 'c1', title: 'Eltern', templateId: 'target-group', fields: { goals: 2, barriers: 1 } },
          { id: 'c2', title: 'Alleinerziehende', templateId: 'target-group', fields: { goals: 3 } },
        ],
        items: 7,
        freeItems: 1,
        recommendations: [],
        lastEditAt,
        trouble,
        lostConnections,
        ...tile,
      },
    ],
    seats: [seat, { ...seat, id: 'away', name: 'Ben' }],
    links: [],
    tray: [],
    snapshots: [],
    checks: [],
    acts: [],
    moderatorSeatIds: [],
    notes: [],
    screen: null,
    seating: { mode: 'free' },
    votes: [],
    hidden: { notes: 0, writers: 0, boards: [] },
  }
}

function tileAt(cockpit: Cockpit): ReturnType<typeof tileOf> {
  return tileOf(cockpit, cockpit.run.groups[0]!, now)
}

describe('tileOf', () => {
  it('adds the fields of a board up over its canvases and names the empty ones', () => {
    const tile = tileAt(aCockpit())
    expect(tile.fields.find((field) => field.template.id === 'goals')?.count).toBe(5)
    expect(tile.emptyFields.map((field) => field.id)).toEqual(
      expect.arrayContaining(['needs', 'benefits', 'pains', 'channels', 'multipliers', 'message']),
    )
    expect(tile.emptyFields.map((field) => field.id)).not.toContain('barriers')
    expect(tile.items).toBe(7)
  })

  it('counts seats, but shows only who is there', () => {
    const tile = tileAt(aCockpit())
    expect(tile.seats).toBe(2)
    expect(tile.people.map((person) => person.name)).toEqual(['Anna'])
  })

  it('calls a group quiet when people sit there and have written nothing for five minutes', () => {
    expect(tileAt(aCockpit({ lastEditAt: now - 4 * 60_000 })).mood).toBe('lively')
    expect(tileAt(aCockpit({ lastEditAt: now - 6 * 60_000 }))).toMatchObject({ mood: 'quiet', minutesStill: 6 })
    expect(tileAt(aCockpit({ lastEditAt: null }))).toMatchObject({ mood: 'quiet', minutesStill: null })
  })

  it('does not call a group quiet that is not at work or that nobody is in', () => {
    const still = now - 20 * 60_000
    expect(tileAt(aCockpit({ where: 'common', lastEditAt: still })).mood).toBe('lively')
    expect(tileAt(aCockpit({ presentSeatIds: [], lastEditAt: still })).mood).toBe('lively')
    expect(tileAt(aCockpit({ presentSeatIds: [], lastEditAt: null })).mood).toBe('empty')
  })

  it('shows a group that the server has not told about yet', () => {
    const tile = tileAt({ ...aCockpit(), tiles: [] })
    expect(tile).toMatchObject({ fields: [], items: 0, minutesStill: null, mood: 'empty' })
  })
})

describe('tilesOf', () => {
  it('puts the common board first while the step is at work there', () => {
    expect(tilesOf(aCockpit({ where: 'common' }), now).map((tile) => tile.group.kind)).toEqual(['common', 'group'])
    expect(tilesOf(aCockpit(), now).map((tile) => tile.group.kind)).toEqual(['group', 'common'])
  })
})

describe('signals', () => {
  const signalling = (signals: Record<string, unknown>): Cockpit => {
    const cockpit = aCockpit()
    return { ...cockpit, run: { ...cockpit.run, signals } as unknown as RunState }
  }

  it('tells who is ready and for how long help has been called', () => {
    expect(tileAt(aCockpit())).toMatchObject({ isReady: false, help: null })
    const told = signalling({ [groupId]: { readyAt: 5, helpAt: now - 150_000 } })
    expect(tileAt(told)).toMatchObject({ isReady: true, help: { at: now - 150_000, minutes: 2 } })
  })

  it('puts the longest waiting group first in the queue', () => {
    const told = signalling({
      [groupId]: { readyAt: null, helpAt: now - 1_000 },
      [commonId]: { readyAt: null, helpAt: now - 9_000 },
    })
    expect(helpQueue(tilesOf(told, now)).map((tile) => tile.group.id)).toEqual([commonId, groupId])
    expect(helpQueue(tilesOf(aCockpit(), now))).toEqual([])
  })

  it('names people whose connection broke off, for two minutes', () => {
    const lostConnections = [
      { seatId: 'seat', at: now - 119_000 },
      { seatId: 'away', at: now - 121_000 },
    ]
    expect(tileAt(aCockpit({ lostConnections })).unsteady).toEqual(['Anna'])
  })
})
