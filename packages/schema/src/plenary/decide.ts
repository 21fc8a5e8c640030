import { assertWithin, LIMITS } from '../limits.ts'
import { planInsertion } from '../order.ts'
import { plenaryInternalsOf, readPlenary, type Plenary } from '../Plenary.ts'
import { normaliseText } from '../text.ts'
import { OPERATION_ORIGIN } from '../transact.ts'
import { isEntryKey } from './parseDecisions.ts'

/** What takes back a decision of the plenary: the values before, null for none, and those that it left behind. */
export interface PlenaryInverse {
  readonly changes: readonly {
    readonly root: 'folds' | 'wording' | 'order'
    readonly key: string
    readonly value: string | null
    readonly expected: string | null
  }[]
}

interface Decision {
  readonly root: 'folds' | 'wording' | 'order'
  readonly key: string
  readonly value: string | null
}

function decide(plenary: Plenary, decisions: readonly Decision[]): PlenaryInverse | null {
  const inside = plenaryInternalsOf(plenary)
  const changes = decisions.flatMap(({ root, key, value: expected }) => {
    const stored = inside[root].get(key)
    const value = typeof stored === 'string' ? stored : null
    return isEntryKey(key) && value !== expected ? [{ root, key, value, expected }] : []
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

/** Fold entries into one head: the plenary shows them as one, with every origin kept. Null when nothing changes. */
export function foldEntries(plenary: Plenary, entryKeys: readonly string[], headKey: string): PlenaryInverse | null {
  if (!isEntryKey(headKey)) return null
  const others = entryKeys.filter((key) => key !== headKey)
  return decide(plenary, [
    { root: 'folds', key: headKey, value: null },
    ...others.map((key): Decision => ({ root: 'folds', key, value: headKey })),
  ])
}

/**
 * Take a fold apart; `id` is its head's key. What the plenary had folded is as before the fold; where equal words had
 * folded by themselves, they stay apart from now on.
 */
export function unfoldEntries(plenary: Plenary, id: string): PlenaryInverse | null {
  const fold = readPlenary(plenary).folds.find((other) => other.id === id)
  if (!fold) return decide(plenary, [{ root: 'folds', key: id, value: id }])
  return decide(
    plenary,
    fold.entryKeys.map((key) => ({ root: 'folds', key, value: null })),
  )
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
