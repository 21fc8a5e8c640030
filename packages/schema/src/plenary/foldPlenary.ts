import { TEMPLATES } from '../canvas/templates.ts'
import type { MergeRule } from '../canvas/CanvasTemplate.ts'
import { compareStrings } from '../order.ts'
import { foldsDuplicates, medianAndSpread, sameWords } from './mergeRules.ts'
import type { PlenaryDecisions } from './PlenaryDecisions.ts'
import type { ChannelFit, PlenaryEntry } from './PlenaryView.ts'

/**
 * Say of each entry what it is folded into: as the plenary decided, and where the merge rule folds duplicates, equal
 * words of the same field and target group. A head is never folded itself. If a decided head is gone, the first of
 * the others takes its place.
 */
export function foldPlenary(
  entries: readonly PlenaryEntry[],
  decisions: PlenaryDecisions | null,
): { entries: PlenaryEntry[]; channelFits: ChannelFit[] } {
  const heads = new Map<string, string>()
  const decidedHeads = new Set<string>()
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  for (const fold of decisions?.folds ?? []) {
    const present = [fold.headKey, ...fold.entryKeys].flatMap((key) => byKey.get(key) ?? [])
    const head = present.find((entry) => entry.key === fold.headKey) ?? present.toSorted(compareEntryOrder)[0]
    for (const entry of present) if (head && entry !== head) heads.set(entry.key, head.key)
    if (head) decidedHeads.add(head.key)
  }
  const apart = new Set(decisions?.apart ?? [])
  for (const cluster of clustersOf(entries.filter((entry) => !heads.has(entry.key)))) {
    if (cluster.some((entry) => apart.has(entry.key))) continue
    const head = cluster.find((entry) => decidedHeads.has(entry.key)) ?? (cluster[0] as PlenaryEntry)
    for (const entry of cluster) if (entry !== head && !decidedHeads.has(entry.key)) heads.set(entry.key, head.key)
  }
  const folded = entries.map((entry) => {
    const foldedInto = heads.get(entry.key) ?? null
    return foldedInto === entry.foldedInto ? entry : { ...entry, foldedInto }
  })
  return { entries: folded, channelFits: channelFitsOf(folded) }
}

/** Entries that say the same where duplicates fold, each cluster in order. */
function clustersOf(entries: readonly PlenaryEntry[]): PlenaryEntry[][] {
  const clusters = new Map<string, PlenaryEntry[]>()
  for (const entry of entries) {
    const key = sameKeyOf(entry)
    if (key === null) continue
    const cluster = clusters.get(key)
    if (cluster) cluster.push(entry)
    else clusters.set(key, [entry])
  }
  return [...clusters.values()].map((cluster) => cluster.toSorted(compareEntryOrder))
}

/** Keys of entries that are still the same as in the view before. */
const sameKeys = new WeakMap<PlenaryEntry, string | null>()

/** Entries with the same key say the same; null where the rule folds nothing, or nothing is said. */
function sameKeyOf(entry: PlenaryEntry): string | null {
  const known = sameKeys.get(entry)
  if (known !== undefined) return known
  const rule = ruleOf(entry)
  const words = rule && foldsDuplicates(rule) ? sameWords(entry.plainText) : ''
  const key = words === '' ? null : JSON.stringify([entry.targetGroupKey, entry.templateId, entry.fieldId, words])
  sameKeys.set(entry, key)
  return key
}

const RULES = new Map<string, MergeRule>(
  Object.values(TEMPLATES).flatMap(({ id, fields }) =>
    fields.map((field) => [`${id}/${field.id}`, field.merge] as const),
  ),
)

function ruleOf(entry: PlenaryEntry): MergeRule | null {
  return RULES.get(`${entry.templateId}/${entry.fieldId}`) ?? null
}

function compareEntryOrder(a: PlenaryEntry, b: PlenaryEntry): number {
  return compareStrings(a.order, b.order) || compareStrings(a.key, b.key)
}

function channelFitsOf(entries: readonly PlenaryEntry[]): ChannelFit[] {
  const figures = new Map<string, number[]>()
  for (const entry of entries) {
    if (ruleOf(entry) !== 'channel-fit' || entry.attributes.fit === undefined) continue
    const key = entry.foldedInto ?? entry.key
    const known = figures.get(key)
    if (known) known.push(entry.attributes.fit)
    else figures.set(key, [entry.attributes.fit])
  }
  return [...figures].map(([key, fits]) => ({ key, ...medianAndSpread(fits), count: fits.length }))
}
