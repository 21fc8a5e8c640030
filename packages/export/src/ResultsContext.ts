import type { GroupId, ItemId, PlenaryEntry, RecommendationId, RecommendationStanding } from '@tafelrunde/schema/plain'
import type { Language } from './labels/attributeLabels.ts'
import { placedItems } from './placedItems.ts'
import type { ResultsInput } from './ResultsModel.ts'

/** What every part of the model needs to know about the whole workshop. Keys are `${groupId}/${itemId}`. */
export interface ResultsContext {
  readonly run: ResultsInput['run']
  readonly language: Language
  readonly referenceOf: ReadonlyMap<string, string>
  readonly mergedOf: ReadonlyMap<string, PlenaryEntry>
  /** Keys are `${groupId}/${recommendationId}`. */
  readonly standingOf: ReadonlyMap<string, RecommendationStanding>
}

/** Key of an item or recommendation over all groups, the same as in the plenary. */
export function entryKey(groupId: GroupId, itemId: ItemId | RecommendationId): string {
  return `${groupId}/${itemId}`
}

/** Number every entry ("B17": letter of the group, count in reading order) and look up what the plenary says about it. */
export function resultsContext(input: ResultsInput): ResultsContext {
  const referenceOf = new Map<string, string>()
  for (const group of input.run.groups) {
    const board = input.boards.find((entry) => entry.groupId === group.id)?.board
    const placed = board ? placedItems(board) : []
    placed.forEach(({ item }, index) => referenceOf.set(entryKey(group.id, item.id), `${group.letter}${index + 1}`))
  }
  const mergedOf = new Map(input.plenary.entries.map((entry) => [entry.key, entry]))
  const standingOf = new Map((input.standings ?? []).map((standing) => [standing.key, standing]))
  return { run: input.run, language: input.language, referenceOf, mergedOf, standingOf }
}
