import type * as Y from 'yjs'
import type { ParsedEntry } from '../EntryCollection.ts'
import { EntryReader } from '../EntryReader.ts'
import { parseId, type ItemId, type SeatId } from '../ids.ts'
import { REACTION_KINDS, reactionKeyParts, type Reaction } from './Reaction.ts'

/** Parse one entry of the root `reactions`. Who agrees with what is in its key. */
export function parseReaction(key: string, entry: Y.Map<unknown>): ParsedEntry<Reaction> {
  const [item, seat] = reactionKeyParts(key) ?? []
  const itemId = parseId<ItemId>(item)
  const seatId = parseId<SeatId>(seat)
  const kind = new EntryReader(entry).oneOf('kind', REACTION_KINDS)
  return itemId && seatId && kind ? { value: { id: key, itemId, seatId }, skipped: 0 } : { value: null, skipped: 1 }
}
