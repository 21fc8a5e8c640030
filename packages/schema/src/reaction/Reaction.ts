import type { ItemId, SeatId } from '../ids.ts'

/** One person's agreement with one item. For display only: a client writes it, a vote is counted elsewhere. */
export interface Reaction {
  readonly id: string
  readonly itemId: ItemId
  readonly seatId: SeatId
}

/** The kinds of reactions that are read; others belong to a later version. */
export const REACTION_KINDS = ['agree'] as const

/** Cannot stand in an id. */
const SEPARATOR = '~'

/** Key of an entry of the root `reactions`: an item and a seat, so that one person counts once. */
export function reactionKey(itemId: ItemId, seatId: SeatId): string {
  return `${itemId}${SEPARATOR}${seatId}`
}

/** The two halves of a reaction's key; null for anything else. */
export function reactionKeyParts(key: string): readonly [string, string] | null {
  const [itemId, seatId, ...rest] = key.split(SEPARATOR)
  return itemId === undefined || seatId === undefined || rest.length > 0 ? null : [itemId, seatId]
}
