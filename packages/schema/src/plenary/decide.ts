import { assertWithin, LIMITS } from '../limits.ts'
import { planInsertion } from '../order.ts'
import { plenaryInternalsOf, readPlenary, type Plenary, type PlenaryRoot } from '../Plenary.ts'
import { normaliseText } from '../text.ts'
import { OPERATION_ORIGIN } from '../transact.ts'
import { isPairKey } from './pairKey.ts'
import { isEntryKey } from './parseDecisions.ts'

/** What takes back a decision of the plenary: the values before, null for none, and those that it left behind. */
export interface PlenaryInverse {
  readonly changes: readonly {
    readonly root: PlenaryRoot
    readonly key: string
    readonly value: string | null
    readonly expected: string | null
  }[]
}

/** One value to be written; null removes. */
export interface Decision {
  readonly root: PlenaryRoot
  readonly key: string
  readonly value: string | null
}

/** Write what differs, in one transaction; null when nothing does. For operations of this folder. */
export function decide(plenary: Plenary, decisions: readonly Decision[]): PlenaryInverse | null {
  const inside = plenaryInternalsOf(plenary)
  const changes = decisions.flatMap(({ root, key, value: expected }) => {
    const stored = inside[root].get(key)
    const value = typeof stored === 'string' ? stored : null
    return mayDecideAbout(root, key) && value !== expected ? [{ root, key, value, expected }] : []
  })
  if (changes.length === 0) return null
  inside.ydoc.transact(() => {
    for (const { root, key, expected } of changes) {
      if (expected === null) inside[root].delete(key)
      else inside[root].set(key, expected)
    }
  }, OPERATION_ORIGIN)
  return { changes }
}

function mayDecideAbout(root: PlenaryRoot, key: string): boolean {
  return isEntryKey(key) || (root === 'apart' && isPairKey(key))
}

/**
 * Move an entry inside its section. `section` holds the keys of the section as shown, in order; from then on these
 * keep that order, and entries that arrive later come behind them.
 */
export function moveEntry(
  plenary: Plenary,
  key: string,
  { section, after }: { readonly section: readonly string[]; readonly after: string | null },
): PlenaryInverse | null {
  const { order } = readPlenary(plenary)
  const others = section.filter((other) => other !== key && isEntryKey(other))
  const decided = others.filter((other) => order[other] !== undefined)
  const isUsable = decided.length === others.length && isAscending(others.map((other) => order[other] as string))
  const ordered = others.map((other) => ({ id: other, order: isUsable ? (order[other] as string) : '' }))
  const at = after === null ? 0 : others.indexOf(after) + 1 || others.length
  const plan = planInsertion(ordered, { at, count: 1 })
  return decide(plenary, [
    ...[...plan.renumbered].map(([id, value]): Decision => ({ root: 'order', key: id, value })),
    { root: 'order', key, value: plan.keys[0] as string },
  ])
}

function isAscending(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || (keys[index - 1] as string) < key)
}

/**
 * Word an entry as the plenary agrees; null gives the group's own text back. The group's board is not written.
 *
 * @throws LimitExceeded `text.tooLong`, before anything is written
 */
export function rewordEntry(plenary: Plenary, key: string, text: string | null): PlenaryInverse | null {
  assertWithin('text.tooLong', text?.length ?? 0, LIMITS.itemCharactersHard)
  const wording = text === null ? '' : normaliseText(text)
  return decide(plenary, [{ root: 'wording', key, value: wording === '' ? null : wording }])
}

/** Take back a decision; null when somebody has decided otherwise since. The returned inverse redoes. */
export function applyPlenaryInverse(plenary: Plenary, inverse: PlenaryInverse): PlenaryInverse | null {
  const inside = plenaryInternalsOf(plenary)
  const isUnchanged = inverse.changes.every(({ root, key, expected }) => (inside[root].get(key) ?? null) === expected)
  return isUnchanged ? decide(plenary, inverse.changes) : null
}
