import type { Group, GroupId, PlenaryEntry, PlenarySection } from '@tafelrunde/schema/plain'

/** One card of the merged view: an entry with everything that was folded into it. */
export interface MergedCard {
  readonly entry: PlenaryEntry
  readonly folded: readonly PlenaryEntry[]
  /** Groups that said it, by their order in the workshop, each once. */
  readonly origins: readonly Group[]
}

/** The cards of a section, in its order. */
export function mergedCards(section: PlenarySection, groups: readonly Group[]): readonly MergedCard[] {
  return section.entries.map((entry) => {
    const folded = section.folded[entry.key] ?? []
    const from = new Set<GroupId>([entry, ...folded].map((member) => member.origin.groupId))
    return { entry, folded, origins: groups.filter((group) => from.has(group.id)) }
  })
}

/** What cards stand for: groups that wrote, entries in all, and how many of them are folded into another one. */
export function countCards(cards: readonly MergedCard[]): {
  readonly groups: number
  readonly entries: number
  readonly folded: number
} {
  const folded = cards.reduce((sum, card) => sum + card.folded.length, 0)
  const groups = new Set(cards.flatMap((card) => card.origins.map((group) => group.id)))
  return { groups: groups.size, entries: cards.length + folded, folded }
}
