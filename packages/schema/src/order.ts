import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** Longer keys are not accepted from a document and make the writer number a list afresh. */
export const MAX_ORDER_KEY_LENGTH = 120

/** Anything that stands in an order. */
export interface Ordered {
  readonly id: string
  readonly order: string
}

/** Order by key; two people who insert at the same place make equal keys, so ties are ordered by id. */
export function compareOrder(a: Ordered, b: Ordered): number {
  return compareStrings(a.order, b.order) || compareStrings(a.id, b.id)
}

/** Comparison by code unit: the same on every machine, unlike `localeCompare`. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether a value from a document can be used as an order key. */
export function isOrderKey(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > MAX_ORDER_KEY_LENGTH || !/^[A-Za-z][0-9A-Za-z]+$/.test(value)) {
    return false
  }
  try {
    generateKeyBetween(value, null)
    return true
  } catch {
    return false
  }
}

/** The first key of an empty list. */
export const FIRST_ORDER_KEY = 'a0'

/** `count` ascending keys for a new list. */
export function freshOrderKeys(count: number): string[] {
  return generateNKeysBetween(null, null, count)
}

/** What an insertion needs: keys for the new entries and, where old keys left no room, new ones for neighbours. */
export interface OrderPlan {
  readonly keys: readonly string[]
  readonly renumbered: ReadonlyMap<string, string>
}

/**
 * Plan an insertion of `count` entries before index `at` of a sorted list. Never throws: where the neighbours have
 * equal keys, those after the gap that share the key get new ones; where a key grew too long, the whole list does.
 */
export function planInsertion(sorted: readonly Ordered[], { at, count }: { at: number; count: number }): OrderPlan {
  const lower = sorted[at - 1]?.order ?? null
  let end = at
  while (lower !== null && end < sorted.length && (sorted[end] as Ordered).order <= lower) end++
  const upper = sorted[end]?.order ?? null
  const crowded = sorted.slice(at, end)
  try {
    const keys = generateNKeysBetween(lower, upper, count + crowded.length)
    if (keys.every((key) => key.length <= MAX_ORDER_KEY_LENGTH)) {
      const renumbered = new Map(crowded.map((entry, index) => [entry.id, keys[count + index] as string]))
      return { keys: keys.slice(0, count), renumbered }
    }
  } catch {
    // An unusable key among the neighbours: fall through to numbering everything.
  }
  const keys = freshOrderKeys(sorted.length + count)
  const renumbered = new Map(
    sorted.map((entry, index) => [entry.id, keys[index < at ? index : index + count] as string]),
  )
  return { keys: keys.slice(at, at + count), renumbered }
}

/** Where to insert into a sorted list: after or before a named entry, `after: null` at the start, else at the end. */
export function insertionIndex(
  sorted: readonly Ordered[],
  { after, before }: { after?: string | null | undefined; before?: string | null | undefined },
): number {
  if (after) {
    const index = sorted.findIndex((entry) => entry.id === after)
    if (index >= 0) return index + 1
  }
  if (before) {
    const index = sorted.findIndex((entry) => entry.id === before)
    if (index >= 0) return index
  }
  return after === null ? 0 : sorted.length
}
