import type { Group, GroupId, PlenaryEntry } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { countCards, mergedCards } from './mergedCards.ts'

const groups = ['a', 'b', 'c'].map((id) => ({ id: id as GroupId, letter: id.toUpperCase() }) as Group)

function anEntry(key: string, foldedInto: string | null = null): PlenaryEntry {
  const [groupId] = key.split('/')
  return { key, origin: { groupId, canvasId: null, itemId: key }, foldedInto } as unknown as PlenaryEntry
}

describe('mergedCards', () => {
  it('keeps the origin of every folded entry, each group once', () => {
    const entries = [anEntry('b/1'), anEntry('a/1', 'b/1'), anEntry('a/2', 'b/1'), anEntry('c/1')]
    const cards = mergedCards(entries, groups)
    expect(cards.map((card) => card.entry.key)).toEqual(['b/1', 'c/1'])
    expect(cards[0]!.origins.map((group) => group.letter)).toEqual(['A', 'B'])
    expect(countCards(cards)).toEqual({ entries: 4, folded: 2 })
  })

  it('shows an entry on its own whose head is not in view', () => {
    const cards = mergedCards([anEntry('a/1', 'z/9')], groups)
    expect(cards.map((card) => card.entry.key)).toEqual(['a/1'])
  })
})
