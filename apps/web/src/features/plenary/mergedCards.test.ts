import type { Group, GroupId, PlenaryEntry, PlenarySection } from '@tafelrunde/schema/plain'
import { expect, it } from 'vitest'
import { countCards, mergedCards } from './mergedCards.ts'

const groups = ['a', 'b', 'c'].map((id) => ({ id: id as GroupId, letter: id.toUpperCase() }) as Group)

function anEntry(key: string): PlenaryEntry {
  const [groupId] = key.split('/')
  return { key, origin: { groupId, canvasId: null, itemId: key } } as unknown as PlenaryEntry
}

it('keeps the origin of every folded entry, each group once, in the order of the workshop', () => {
  const section: PlenarySection = {
    section: '',
    entries: [anEntry('b/1'), anEntry('c/1')],
    folded: { 'b/1': [anEntry('a/1'), anEntry('a/2')] },
  }
  const cards = mergedCards(section, groups)
  expect(cards.map((card) => card.entry.key)).toEqual(['b/1', 'c/1'])
  expect(cards[0]!.origins.map((group) => group.letter)).toEqual(['A', 'B'])
  expect(countCards(cards)).toEqual({ groups: 3, entries: 4, folded: 2 })
})
