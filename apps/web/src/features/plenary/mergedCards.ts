import type { Group, GroupId, PlenaryEntry } from '@tafelrunde/schema/plain'

/** One card of the merged view: an entry with everything that was folded into it. */
export interface MergedCard {
  readonly entry: PlenaryEntry
  readonly folded: readonly PlenaryEntry[]
  /** Groups that said it, by their order in the workshop, each once. */
  readonly origins: readonly Group[]
}

/** Cards of a section in the given order. An entry whose head stands elsewhere is a card of its own: nothing gets lost. */
export function mergedCards(entries: readonly PlenaryEntry[], groups: readonly Group[]): readonly MergedCard[] {
  const keys = new Set(entries.map((entry) => entry.key))
  const heads = entries.filter((entry) => entry.foldedInto === null || !keys.has(entry.foldedInto))
  return heads.map((entry) => {
    const folded = entries.filter((candidate) => candidate.foldedInto === entry.key)
    const from = new Set<GroupId>([entry, ...folded].map((candidate) => candidate.origin.groupId))
    return { entry, folded, origins: groups.filter((group) => from.has(group.id)) }
  })
}

/** How many entries the cards stand for, and how many of them were folded into another one. */
export function countCards(cards: readonly MergedCard[]): { readonly entries: number; readonly folded: number } {
  const folded = cards.reduce((sum, card) => sum + card.folded.length, 0)
  return { entries: cards.length + folded, folded }
}
