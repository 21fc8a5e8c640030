import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import {
  newId,
  type GroupId,
  type SnapshotId,
  type StepId,
  type TalkId,
  type TargetGroupId,
  type VoteRoundId,
  type WorkshopId,
} from './ids.ts'
import type { RunState } from './run-state/RunState.ts'
import { stepOf, stepRunOf } from './run-state/stepOf.ts'
import { stepsFromTemplate } from './run-state/StepTemplate.ts'
import { STEP_TEMPLATES } from './run-state/stepTemplates.ts'
import { must } from './testing/aBoard.ts'
import { observeRunState, openWorkshopState, readRunState, writeRunState } from './WorkshopState.ts'

const groupIds = [newId<GroupId>(), newId<GroupId>()] as const

function aRunState(): RunState {
  const steps = stepsFromTemplate(must(STEP_TEMPLATES['ozg-marketing-4h']), 'de')
  const first = must(steps[0]).id
  return {
    version: 0,
    workshop: {
      id: newId<WorkshopId>(),
      title: 'OZG-Marketing',
      language: 'de',
      startsAt: 1,
      endsAt: 2,
      timeZone: 'Europe/Berlin',
      organisations: ['Land A', 'Kommune X'],
      isExample: true,
      retainedUntil: null,
    },
    groups: groupIds.map((id, index) => ({
      id,
      kind: index === 0 ? 'common' : 'group',
      letter: index === 0 ? 'P' : 'A',
      colour: index,
      name: `Gruppe ${index}`,
      topic: 'Thema',
      maxSeats: index === 0 ? null : 8,
      targetGroupId: null,
      isLocked: false,
      lockedCanvasIds: [],
    })),
    talks: [{ id: newId<TalkId>(), organisation: 'Land B', title: 'Impuls' }],
    targetGroups: [{ id: newId<TargetGroupId>(), title: 'Familien' }],
    steps,
    current: { stepId: first, startedAt: 10, endsAt: 20, isClosed: false, part: null },
    groupRuns: {
      [groupIds[1]]: { stepId: must(steps[1]).id, startedAt: 11, endsAt: null, isClosed: false, part: null },
    },
    frozen: { all: false, groupIds: [groupIds[1]] },
    announcement: { id: newId<string>(), text: 'Noch fünf Minuten', groupIds: null, at: 5 },
    nudges: { [groupIds[1]]: { id: newId<string>(), text: 'Alles gut?', groupIds: [groupIds[1]], at: 6 } },
    signals: { [groupIds[1]]: { readyAt: 7, helpAt: null } },
    stage: {
      layout: 'columns',
      spotlight: { groupId: groupIds[1], canvasId: null, fieldId: 'barriers' },
      frozenAt: 8,
      page: 2,
    },
    gathering: { id: newId<string>(), groupId: groupIds[0], isToOwnGroup: false, at: 9 },
    rounds: [
      {
        id: newId<VoteRoundId>(),
        stepId: first,
        number: 1,
        plan: must(steps.find(({ vote }) => vote !== null)?.vote),
        openedAt: 12,
        closedAt: 13,
      },
    ],
    reveals: [{ id: newId<string>(), groupId: null, at: 14, notes: 3, hasAuthors: false }],
    hasLobby: true,
    closedAt: 15,
    closing: { snapshotId: newId<SnapshotId>(), frozenBefore: { all: false, groupIds: [groupIds[1]] } },
    submissionsVersion: 16,
  }
}

describe('the run state', () => {
  test('[W1] reads back as it was written, with the version raised by one', () => {
    const state = openWorkshopState(new Y.Doc())
    const run = aRunState()
    writeRunState(state, run)
    expect(readRunState(state)).toEqual({ ...run, version: 1 })
    expect(readRunState(state)).toBe(readRunState(state))
  })

  test('[W2] writes the difference only, and nothing when nothing differs', () => {
    const ydoc = new Y.Doc()
    const state = openWorkshopState(ydoc)
    const run = aRunState()
    writeRunState(state, run)
    const sizes: number[] = []
    let heard = 0
    const stop = observeRunState(state, () => heard++)
    ydoc.on('update', (update: Uint8Array) => sizes.push(update.length))
    writeRunState(state, readRunState(state))
    expect(sizes).toEqual([])
    writeRunState(state, { ...readRunState(state), frozen: { all: true, groupIds: [] } })
    expect(must(sizes[0])).toBeLessThan(150)
    expect(readRunState(state)).toMatchObject({ version: 2, frozen: { all: true } })
    stop()
    expect(heard).toBe(1)
  })

  test('[W2] what is gone from a list is gone from the document', () => {
    const state = openWorkshopState(new Y.Doc())
    const run = aRunState()
    writeRunState(state, run)
    const next = { ...run, steps: run.steps.toReversed().slice(1), groupRuns: {}, announcement: null }
    writeRunState(state, next)
    expect(readRunState(state)).toEqual({ ...next, version: 2 })
  })

  test('[W3] an empty or broken document reads as a workshop without anything', () => {
    const ydoc = new Y.Doc()
    const state = openWorkshopState(ydoc)
    expect(readRunState(state)).toMatchObject({ version: 0, groups: [], steps: [], current: null })
    const root = ydoc.getMap('run')
    for (const key of ['workshop', 'current', 'frozen', 'closing', 'announcement', 'groups.order', 'version'])
      root.set(key, 'x')
    root.set('steps.order', [newId<StepId>(), 7])
    expect(readRunState(state)).toMatchObject({
      version: 0,
      groups: [],
      steps: [],
      frozen: { all: false },
      closing: null,
    })
  })

  test('a gathering that was stored before people could be asked back to their groups still goes to its place', () => {
    const ydoc = new Y.Doc()
    ydoc.getMap('run').set('gathering', { id: 'g', groupId: groupIds[0], at: 9 })
    expect(readRunState(openWorkshopState(ydoc)).gathering).toEqual({
      id: 'g',
      groupId: groupIds[0],
      isToOwnGroup: false,
      at: 9,
    })
  })

  test('a group follows its own step, else everybody’s', () => {
    const run = aRunState()
    expect(stepRunOf(run, groupIds[1])?.stepId).toBe(run.steps[1]?.id)
    expect(stepOf(run, groupIds[0])).toBe(run.steps[0])
    expect(stepOf({ ...run, current: null }, groupIds[0])).toBeNull()
  })
})

describe('the built-in run sheets', () => {
  test.each([
    ['ozg-marketing-4h', 15, 240],
    ['short-2h', 8, 120],
    ['blank', 0, 0],
  ])('%s has %i steps and %i minutes', (id, count, minutes) => {
    const { steps } = must(STEP_TEMPLATES[id])
    expect(steps).toHaveLength(count)
    expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes)
  })

  test('parts fill their step, and everything is said in both languages', () => {
    for (const { steps } of Object.values(STEP_TEMPLATES)) {
      for (const step of steps) {
        const partMinutes = step.parts.reduce((sum, part) => sum + part.minutes, 0)
        if (step.parts.length > 0) expect(partMinutes).toBe(step.minutes)
        for (const { title, instruction } of [step, ...step.parts]) {
          for (const text of [title.de, title.en, instruction.de, instruction.en]) expect(text.trim()).not.toBe('')
        }
      }
    }
  })
})
