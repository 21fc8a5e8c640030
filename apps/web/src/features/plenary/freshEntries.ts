/** How long an entry is marked as new: long enough that somebody who was listening still sees it. */
export const freshMs = 60_000

/** First sight of each entry by key; 0 for what was there when the page opened. */
export type FirstSeen = ReadonlyMap<string, number>

/** Note when keys were first seen. Keys that vanished are forgotten, so a restored entry is new again. */
export function noteFirstSeen(before: FirstSeen | null, keys: Iterable<string>, now: number): FirstSeen {
  const next = new Map<string, number>()
  for (const key of keys) next.set(key, before === null ? 0 : (before.get(key) ?? now))
  return next
}

/** Whether an entry is to be marked as just written. */
export function isFresh(firstSeen: FirstSeen, key: string, now: number): boolean {
  const seenAt = firstSeen.get(key)
  return seenAt !== undefined && seenAt > 0 && now - seenAt < freshMs
}
