import { BOARD_ROOTS, newId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { aRunState, aStep } from '../testing/aRunState.ts'
import { groupsThatClose, openRootsOf } from './openRoots.ts'

const inGroups = aStep({ where: 'groups', writableRoots: ['items', 'recommendations'] })
const onCommon = aStep({ where: 'common', writableRoots: ['items'] })
const sheet = aRunState({ steps: [inGroups, onCommon] })
const [common, groupA, groupB] = sheet.groups as [
  (typeof sheet.groups)[number],
  (typeof sheet.groups)[number],
  (typeof sheet.groups)[number],
]
const running = (step: typeof inGroups) => ({
  ...sheet,
  current: { stepId: step.id, startedAt: 1, endsAt: null, isClosed: false, part: null },
})

test('without a step everything is open, with one what it opens where it opens it', () => {
  expect(openRootsOf(sheet, groupA)).toEqual(BOARD_ROOTS)
  expect(openRootsOf(running(inGroups), groupA)).toEqual(['items', 'recommendations'])
  expect(openRootsOf(running(inGroups), common)).toEqual([])
  expect(openRootsOf(running(onCommon), common)).toEqual(['items'])
})

test('a step closes the boards that lose something, and only those', () => {
  const closing = (before: typeof sheet, after: typeof sheet) => groupsThatClose(before, after).map(({ id }) => id)
  expect(closing(running(inGroups), running(onCommon))).toEqual([groupA.id, groupB.id])
  expect(closing(running(onCommon), running(inGroups))).toEqual([common.id])
  expect(closing(sheet, running(inGroups))).toEqual([common.id, groupA.id, groupB.id])
  expect(closing(running(inGroups), sheet)).toEqual([])
})

test('freeze and locks close their board, lifting them closes nothing', () => {
  const frozen = { ...sheet, frozen: { all: false, groupIds: [groupA.id] } }
  expect(groupsThatClose(sheet, frozen)).toEqual([groupA])
  expect(groupsThatClose(frozen, sheet)).toEqual([])
  const lockedBoard = { ...sheet, groups: [common, { ...groupA, isLocked: true }, groupB] }
  expect(groupsThatClose(sheet, lockedBoard).map(({ id }) => id)).toEqual([groupA.id])
  const lockedCanvas = { ...sheet, groups: [common, groupA, { ...groupB, lockedCanvasIds: [newId<never>()] }] }
  expect(groupsThatClose(sheet, lockedCanvas).map(({ id }) => id)).toEqual([groupB.id])
})
