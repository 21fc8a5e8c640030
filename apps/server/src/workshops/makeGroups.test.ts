import { expect, test } from 'vitest'
import { groupLetter, makeGroup, numberedGroups, targetGroupsOf } from './makeGroups.ts'

test('sixty groups have sixty letters, and none has that of the common board', () => {
  const letters = Array.from({ length: 60 }, (_, at) => groupLetter(at))
  expect(new Set(letters).size).toBe(60)
  expect(letters).not.toContain('P')
  expect([letters[0], letters[15], letters[24], letters[25], letters[26], letters[50]]).toEqual([
    'A',
    'Q',
    'Z',
    'AA',
    'AB',
    'BA',
  ])
})

test('numbered groups are named in the language of the workshop', () => {
  expect(numberedGroups(2, 'de').map(({ name }) => name)).toEqual(['Gruppe A', 'Gruppe B'])
  expect(numberedGroups(1, 'en').map(({ name }) => name)).toEqual(['Group A'])
})

test('groups that name the same target group share it', () => {
  const wishes = [{ name: '1', targetGroup: 'Familien' }, { name: '2' }, { name: '3', targetGroup: 'Familien' }]
  const targetGroups = targetGroupsOf(wishes)
  expect(targetGroups.map(({ title }) => title)).toEqual(['Familien'])
  const groups = wishes.map((wish, at) => makeGroup(wish, at, targetGroups))
  expect(groups.map(({ targetGroupId }) => targetGroupId)).toEqual([targetGroups[0]!.id, null, targetGroups[0]!.id])
})
