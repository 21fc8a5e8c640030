import { plenaryInternalsOf, readPlenary, type Plenary } from '../Plenary.ts'
import { decide, type Decision, type PlenaryInverse } from './decide.ts'
import { pairKeyOf } from './pairKey.ts'
import { isEntryKey } from './parseDecisions.ts'

/**
 * Fold entries into one head: the plenary shows them as one, with every origin kept. Null when nothing changes.
 *
 * Only whole folds are joined: of an entry that is folded already, the head is folded, with everything under it. What
 * each was folded into before stays written down, so that unfolding restores exactly. A member that takes the place of its
 * own head, because it says it better, becomes the head of all.
 */
export function foldEntries(plenary: Plenary, entryKeys: readonly string[], headKey: string): PlenaryInverse | null {
  if (!isEntryKey(headKey)) return null
  const { folds } = readPlenary(plenary)
  const heads = new Map(folds.flatMap((fold) => fold.entryKeys.map((key) => [key, fold.headKey] as const)))
  const headOf = (key: string): string => heads.get(key) ?? key
  const isTurned = headOf(headKey) !== headKey && entryKeys.includes(headOf(headKey))
  const head = isTurned ? headKey : headOf(headKey)
  const joined = new Set(entryKeys.map(headOf).filter((key) => key !== head))
  // The first version wrote in the same place that an entry stays apart; that must outlive the fold.
  const stored = plenaryInternalsOf(plenary).folds
  const apart = [...joined, head].filter((key) => stored.get(key) === key)
  return decide(plenary, [
    ...apart.map((key): Decision => ({ root: 'apart', key, value: key })),
    { root: 'folds', key: head, value: null },
    ...[...joined].map((key): Decision => ({ root: 'folds', key, value: head })),
  ])
}

/**
 * Take a fold apart; `key` is its head, or the entry that is shown in its place while the head is gone. What had been
 * folded before it was folded into this one stays folded. Where equal words had folded by themselves, they stay apart
 * from now on.
 */
export function unfoldEntries(plenary: Plenary, key: string): PlenaryInverse | null {
  const { folds } = readPlenary(plenary)
  const fold = folds.find(({ headKey }) => headKey === key) ?? folds.find(({ entryKeys }) => entryKeys.includes(key))
  if (!fold) return decide(plenary, [{ root: 'apart', key, value: key }])
  const { headKey, entryKeys } = fold
  const stored = plenaryInternalsOf(plenary).folds
  const direct = entryKeys.filter((member) => stored.get(member) === headKey)
  // Folded in a circle by two people at once, the head is folded into one of its members as well.
  return decide(
    plenary,
    [...direct, headKey].map((member): Decision => ({ root: 'folds', key: member, value: null })),
  )
}

/** Say that entries or recommendations look alike and are not the same, each of each; or that they may be after all. */
export function tellApart(plenary: Plenary, keys: readonly string[], areDifferent = true): PlenaryInverse | null {
  const unique = [...new Set(keys)]
  const pairs = unique.flatMap((a, index) => unique.slice(index + 1).map((b) => pairKeyOf(a, b)))
  return decide(
    plenary,
    pairs.map((key) => ({ root: 'apart', key, value: areDifferent ? key : null })),
  )
}
