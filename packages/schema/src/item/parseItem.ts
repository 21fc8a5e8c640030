import type * as Y from 'yjs'
import type { ParsedEntry } from '../EntryCollection.ts'
import { EntryReader } from '../EntryReader.ts'
import { FREE_FIELD, parseId, type CanvasId, type ItemId, type SeatId, type TalkId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import { plainTextOf } from '../RichText.ts'
import { cutText, normaliseLine } from '../text.ts'
import {
  BARRIER_CAUSES,
  CHANNEL_TYPES,
  EVIDENCES,
  HARVEST_KINDS,
  ITEM_STATES,
  LEVELS,
  NOTE_COLOURS,
  TOUCHPOINT_PHASES,
  VISIBILITIES,
  type Item,
  type ItemAttributes,
  type Position,
} from './Item.ts'

/** Prefix of the keys of an entry that hold its tags. */
export const TAG_PREFIX = 'tag:'

/** Form of a field id. */
export const FIELD_ID = /^[a-z][A-Za-z0-9-]{0,39}$/

/**
 * Parse one entry of the root `items`. Without a usable id or field there is no item; one in a field without a canvas
 * is shown in the free area, so that nobody's text vanishes.
 */
export function parseItem(
  key: string,
  entry: Y.Map<unknown>,
  { recommendationIds, agreedBy }: Pick<Item, 'recommendationIds' | 'agreedBy'>,
): ParsedEntry<Item> {
  const id = parseId<ItemId>(key)
  const read = new EntryReader(entry)
  const fieldId = read.get('fieldId')
  if (id === null || typeof fieldId !== 'string' || !FIELD_ID.test(fieldId)) return { value: null, skipped: 1 }
  const canvasId = fieldId === FREE_FIELD ? null : read.id<CanvasId>('canvasId')
  const isStray = canvasId === null && fieldId !== FREE_FIELD
  if (isStray) read.skipped++
  const text = read.richText('text')
  const value: Item = {
    id,
    canvasId,
    fieldId: isStray ? FREE_FIELD : fieldId,
    order: read.order(),
    headId: read.id<ItemId>('head'),
    position: readPosition(read),
    text,
    plainText: plainTextOf(text),
    evidence: read.oneOf('evidence', EVIDENCES),
    sourceUrl: read.url('sourceUrl'),
    visibility: read.oneOf('visibility', VISIBILITIES) ?? 'internal',
    tags: readTags(read),
    colour: read.oneOf('colour', NOTE_COLOURS),
    state: read.oneOf('state', ITEM_STATES) ?? 'active',
    attributes: readAttributes(read),
    recommendationIds,
    agreedBy,
    author: read.id<SeatId>('author'),
    createdAt: read.number('createdAt'),
  }
  return { value, skipped: read.skipped }
}

function readPosition(read: EntryReader): Position | null {
  const x = read.number('x')
  const y = read.number('y')
  return x === null || y === null ? null : { x, y }
}

function readTags(read: EntryReader): readonly string[] {
  const tags = new Set<string>()
  for (const tag of read.keysWith(TAG_PREFIX)) {
    const clean = cutText(normaliseLine(tag).trim(), LIMITS.tagCharacters)
    if (clean !== '') tags.add(clean)
  }
  return [...tags].toSorted()
}

function readAttributes(read: EntryReader): ItemAttributes {
  const all = {
    cause: read.oneOf('cause', BARRIER_CAUSES),
    phase: read.oneOf('phase', TOUCHPOINT_PHASES),
    channelType: read.oneOf('channelType', CHANNEL_TYPES),
    fit: read.oneOf('fit', [1, 2, 3] as const),
    organisation: read.line('organisation', LIMITS.shortTextCharacters),
    level: read.oneOf('level', LEVELS),
    clarifiedBy: read.line('clarifiedBy', LIMITS.shortTextCharacters),
    until: read.isoDate('until'),
    talkId: read.id<TalkId>('talkId'),
    harvestKind: read.oneOf('harvestKind', HARVEST_KINDS),
    scale: read.oneOf('scale', [1, 2, 3, 4, 5] as const),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as ItemAttributes
}
