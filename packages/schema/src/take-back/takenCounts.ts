import type { BoardSnapshot } from '../BoardSnapshot.ts'
import { isEqual } from '../json.ts'

/** What taking back has done to the entries that people see. */
export interface TakenCounts {
  /** In the bin now, or gone. */
  readonly removed: number
  /** On the board again. */
  readonly restored: number
  /** Here before and after, with another text or other values. */
  readonly changed: number
}

interface Entry {
  readonly id: string
  readonly state?: string
  readonly recommendationIds?: unknown
  readonly agreedBy?: unknown
}

/** Compare a board before and after. */
export function takenCounts(before: BoardSnapshot, after: BoardSnapshot): TakenCounts {
  const counts = { removed: 0, restored: 0, changed: 0 }
  for (const kind of ['canvases', 'items', 'recommendations', 'sketch'] as const) {
    const [old, now] = [shownOf(before[kind]), shownOf(after[kind])]
    for (const [id, entry] of old) {
      const next = now.get(id)
      if (!next) counts.removed += 1
      else if (!isSameEntry(entry, next)) counts.changed += 1
    }
    for (const id of now.keys()) if (!old.has(id)) counts.restored += 1
  }
  return counts
}

function shownOf(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.filter(({ state }) => state !== 'deleted').map((entry) => [entry.id, entry]))
}

/** Which recommendations refer to an item is written on them, and who agrees with it is an entry of its own. */
function isSameEntry(before: Entry, after: Entry): boolean {
  return isEqual(ownOf(before), ownOf(after))
}

function ownOf({ recommendationIds: _links, agreedBy: _agreement, ...own }: Entry): Entry {
  return own
}
