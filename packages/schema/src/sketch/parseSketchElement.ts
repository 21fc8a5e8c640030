import type * as Y from 'yjs'
import type { ParsedEntry } from '../EntryCollection.ts'
import { EntryReader } from '../EntryReader.ts'
import { parseId, type ItemId, type SketchId } from '../ids.ts'
import { NOTE_COLOURS } from '../item/Item.ts'
import { isRecord } from '../json.ts'
import { LIMITS } from '../limits.ts'
import type { SketchElement, SketchEnd } from './Sketch.ts'

const BROKEN: ParsedEntry<SketchElement> = { value: null, skipped: 1 }

/** Parse one entry of the root `sketch`. */
export function parseSketchElement(key: string, entry: Y.Map<unknown>): ParsedEntry<SketchElement> {
  const id = parseId<SketchId>(key)
  if (id === null) return BROKEN
  const read = new EntryReader(entry)
  const order = read.order()
  if (read.get('type') === 'arrow') {
    const from = parseEnd(read.get('from'))
    const to = parseEnd(read.get('to'))
    if (!from || !to) return BROKEN
    const label = read.shortText('label', LIMITS.labelCharacters)
    return { value: { id, type: 'arrow', from, to, label, order }, skipped: read.skipped }
  }
  const points = parsePoints(read.get('points'))
  if (read.get('type') !== 'stroke' || points === null) return BROKEN
  const colour = read.oneOf('colour', [...NOTE_COLOURS, 'ink', 'accent'] as const) ?? 'ink'
  const width = Math.min(Math.max(read.number('width') ?? 2, 0.5), 64)
  return { value: { id, type: 'stroke', points, colour, width, order }, skipped: read.skipped }
}

/** An end of an arrow from a stored value; null for anything else. */
export function parseEnd(value: unknown): SketchEnd | null {
  if (!isRecord(value)) return null
  const itemId = parseId<ItemId>(value['itemId'])
  if (itemId) return { itemId }
  const point = value['point']
  if (!isRecord(point) || !Number.isFinite(point['x']) || !Number.isFinite(point['y'])) return null
  return { point: { x: point['x'] as number, y: point['y'] as number } }
}

/** Coordinates of a stroke: at least one point, all finite, an even count within the limit. */
export function parsePoints(value: unknown): readonly number[] | null {
  if (!Array.isArray(value) || value.length < 2 || value.length % 2 !== 0) return null
  if (value.length > LIMITS.pointsPerStroke * 2 || !value.every(Number.isFinite)) return null
  return [...(value as number[])]
}
