import type * as Y from 'yjs'
import type { ParsedEntry } from '../EntryCollection.ts'
import { EntryReader } from '../EntryReader.ts'
import { isId, parseId, type ItemId, type RecommendationId, type SeatId, type TargetGroupId } from '../ids.ts'
import { ITEM_STATES, VISIBILITIES } from '../item/Item.ts'
import { LIMITS } from '../limits.ts'
import { safeUrl } from '../text.ts'
import { ADDRESSEES, HORIZONS, RECOMMENDATION_TYPES, type Addressee, type Recommendation } from './Recommendation.ts'

/** Prefixes of the keys of an entry that hold its lists. */
export const ITEM_PREFIX = 'item:'
export const TARGET_GROUP_PREFIX = 'targetGroup:'
export const ADDRESSEE_PREFIX = 'addressee:'

const RATINGS = [1, 2, 3, 4, 5] as const

/** Parse one entry of the root `recommendations`. */
export function parseRecommendation(key: string, entry: Y.Map<unknown>): ParsedEntry<Recommendation> {
  const id = parseId<RecommendationId>(key)
  if (id === null) return { value: null, skipped: 1 }
  const read = new EntryReader(entry)
  const text = (name: string): string => read.shortText(name, LIMITS.shortTextCharacters)
  const value: Recommendation = {
    id,
    order: read.order(),
    title: text('title'),
    description: read.richText('description'),
    rationale: read.richText('rationale'),
    itemIds: readIds<ItemId>(read, ITEM_PREFIX),
    targetGroupIds: readIds<TargetGroupId>(read, TARGET_GROUP_PREFIX),
    addressees: readAddressees(read),
    type: read.oneOf('type', RECOMMENDATION_TYPES),
    lead: text('lead'),
    partners: text('partners'),
    firstStep: text('firstStep'),
    until: read.isoDate('until'),
    horizon: read.oneOf('horizon', HORIZONS),
    effort: read.oneOf('effort', RATINGS),
    impact: read.oneOf('impact', RATINGS),
    resources: text('resources'),
    dependencies: text('dependencies'),
    risks: text('risks'),
    indicator: text('indicator'),
    examples: readExamples(read),
    visibility: read.oneOf('visibility', VISIBILITIES) ?? 'internal',
    state: read.oneOf('state', ITEM_STATES) ?? 'active',
    author: read.id<SeatId>('author'),
    createdAt: read.number('createdAt'),
  }
  return { value, skipped: read.skipped }
}

function readIds<T extends string>(read: EntryReader, prefix: string): T[] {
  const keys = read.keysWith(prefix)
  const ids = keys.filter(isId)
  read.skipped += keys.length - ids.length
  return ids as unknown as T[]
}

function readAddressees(read: EntryReader): readonly Addressee[] {
  const keys = read.keysWith(ADDRESSEE_PREFIX)
  const known = ADDRESSEES.filter((addressee) => keys.includes(addressee))
  read.skipped += keys.length - known.length
  return known
}

function readExamples(read: EntryReader): readonly string[] {
  const value = read.get('examples')
  if (value === null) return []
  if (!Array.isArray(value)) {
    read.skipped++
    return []
  }
  const links = value.slice(0, LIMITS.examplesPerRecommendation).flatMap((link) => safeUrl(link) ?? [])
  read.skipped += value.length - links.length
  return links
}
