import { LIMITS } from '../limits.ts'
import { isOrderKey } from '../order.ts'
import { cutText, normaliseText } from '../text.ts'
import { isPairKey } from './pairKey.ts'
import type { Fold, PlenaryDecisions } from './PlenaryDecisions.ts'
import { comparableWords } from './seenWords.ts'

const ENTRY_KEY = /^[A-Za-z][A-Za-z0-9_-]{21}\/[A-Za-z][A-Za-z0-9_-]{21}$/

/** Whether a value has the form `${groupId}/${itemId}`. */
export function isEntryKey(value: unknown): value is string {
  return typeof value === 'string' && ENTRY_KEY.test(value)
}

/**
 * Decisions from the stored maps. A chain of folds ends at its last head; entries folded in a circle (two people
 * folded them into one another at once) all go to the smallest key, so that nothing disappears.
 */
export function parseDecisions(stored: {
  readonly folds: Readonly<Record<string, unknown>>
  readonly wording: Readonly<Record<string, unknown>>
  readonly order: Readonly<Record<string, unknown>>
  readonly apart?: Readonly<Record<string, unknown>>
  readonly seen?: Readonly<Record<string, unknown>>
}): PlenaryDecisions {
  const apart = stored.apart ?? {}
  return {
    folds: parseFolds(stored.folds),
    apart: parseApart(stored),
    different: Object.keys(apart).filter(isPairKey).toSorted(),
    wording: recordOf(stored.wording, (value) =>
      typeof value === 'string' ? cutText(normaliseText(value), LIMITS.itemCharactersHard) : null,
    ),
    order: recordOf(stored.order, (value) => (isOrderKey(value) ? value : null)),
    seen: recordOf(stored.seen ?? {}, (value) => (typeof value === 'string' ? comparableWords(value) : null)),
  }
}

/** A fold of an entry into itself is how the first version wrote that it stays apart. */
function parseApart({ folds, apart = {} }: Parameters<typeof parseDecisions>[0]): string[] {
  const former = Object.keys(folds).filter((key) => folds[key] === key)
  return [...new Set([...former, ...Object.keys(apart)])].filter(isEntryKey).toSorted()
}

function parseFolds(stored: Readonly<Record<string, unknown>>): Fold[] {
  const targets = recordOf(stored, (value) => (isEntryKey(value) ? value : null))
  const members = new Map<string, string[]>()
  for (const key of Object.keys(targets)) {
    const head = headOf(key, targets)
    if (head !== key) members.set(head, [...(members.get(head) ?? []), key])
  }
  return [...members.keys()]
    .toSorted()
    .map((headKey) => ({ id: headKey, headKey, entryKeys: (members.get(headKey) ?? []).toSorted() }))
}

function headOf(key: string, targets: Readonly<Record<string, string>>): string {
  const path: string[] = [key]
  for (;;) {
    const next = targets[path.at(-1) as string]
    if (next === undefined) return path.at(-1) as string
    const circleStart = path.indexOf(next)
    if (circleStart >= 0) return path.slice(circleStart).toSorted()[0] as string
    path.push(next)
  }
}

function recordOf(
  stored: Readonly<Record<string, unknown>>,
  parse: (value: unknown) => string | null,
): Record<string, string> {
  const result: Record<string, string> = {}
  for (const key of Object.keys(stored).toSorted()) {
    const value = isEntryKey(key) ? parse(stored[key]) : null
    if (value !== null) result[key] = value
  }
  return result
}
