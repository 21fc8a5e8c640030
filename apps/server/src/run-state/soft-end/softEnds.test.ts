import { expect, test } from 'vitest'
import { aRunState, aStep } from '../../testing/aRunState.ts'
import { afterEnds, softEndsOf } from './softEnds.ts'

const [soft, open] = [aStep({ ending: 'soft' }), aStep({ ending: 'open' })]
const sheet = aRunState({ steps: [soft, open] })
const [, groupA, groupB] = sheet.groups.map(({ id }) => id)
const current = { stepId: soft.id, startedAt: 1, endsAt: 1_000, isClosed: false, part: null }
const run = {
  ...sheet,
  current,
  groupRuns: { [groupA!]: { ...current, endsAt: 9_000 }, [groupB!]: { ...current, stepId: open.id } },
}

test('everybody’s step and each group’s own one end by themselves, open steps do not', () => {
  expect(softEndsOf(run).map(({ groupId, closesAt }) => [groupId, closesAt])).toEqual([
    [null, 21_000],
    [groupA, 29_000],
  ])
  expect(softEndsOf(sheet)).toEqual([])
})

test('another start or another end is another end', () => {
  const keyOf = (traits: Partial<typeof current>) =>
    softEndsOf({ ...sheet, current: { ...current, ...traits } })[0]?.key
  expect(
    new Set([keyOf({}), keyOf({ startedAt: 2 }), keyOf({ endsAt: 2_000 }), keyOf({ isClosed: true, part: null })]).size,
  ).toBe(4)
})

test('an end closes its own run and no other', () => {
  const [forAll, forA] = softEndsOf(run)
  expect(afterEnds(run, [forAll!]).current?.isClosed).toBe(true)
  expect(afterEnds(run, [forAll!]).groupRuns).toEqual(run.groupRuns)
  expect(afterEnds(run, [forA!]).groupRuns[groupA!]?.isClosed).toBe(true)
  expect(afterEnds(run, [forA!]).current).toEqual(current)
})
