import type * as Y from 'yjs'
import type { ParsedEntry } from '../EntryCollection.ts'
import { EntryReader } from '../EntryReader.ts'
import { parseId, type CanvasId, type TargetGroupId } from '../ids.ts'
import { isRecord } from '../json.ts'
import { LIMITS } from '../limits.ts'
import { compareOrder, isOrderKey } from '../order.ts'
import { cutText, normaliseLine, safeUrl } from '../text.ts'
import { CANVAS_KINDS, type Canvas, type Service } from './Canvas.ts'

/** Prefix of the keys of an entry that hold its services. */
export const SERVICE_PREFIX = 'service:'

/** A service as it is stored. */
export interface StoredService {
  readonly text: string
  readonly url: string | null
  readonly order: string
}

/** Parse one entry of the root `canvases`. */
export function parseCanvas(key: string, entry: Y.Map<unknown>): ParsedEntry<Canvas> {
  const id = parseId<CanvasId>(key)
  const read = new EntryReader(entry)
  const templateId = read.get('templateId')
  if (id === null || typeof templateId !== 'string' || !/^[a-z][a-z0-9-]{0,39}$/.test(templateId)) {
    return { value: null, skipped: 1 }
  }
  const value: Canvas = {
    id,
    templateId,
    order: read.order(),
    title: read.shortText('title', LIMITS.titleCharacters),
    targetGroupId: read.id<TargetGroupId>('targetGroupId'),
    kind: read.oneOf('kind', CANVAS_KINDS),
    services: readServices(read),
    summary: read.richText('summary'),
    state: read.oneOf('state', ['active', 'deleted'] as const) ?? 'active',
  }
  return { value, skipped: read.skipped }
}

function readServices(read: EntryReader): readonly Service[] {
  const services: { id: string; order: string; service: Service }[] = []
  for (const id of read.keysWith(SERVICE_PREFIX)) {
    const stored = parseService(read.get(`${SERVICE_PREFIX}${id}`))
    if (stored === null || parseId(id) === null) read.skipped++
    else services.push({ id, order: stored.order, service: { id, text: stored.text, url: stored.url } })
  }
  return services.toSorted(compareOrder).map((entry) => entry.service)
}

/** A service from the document or from an inverse; null for anything else. */
export function parseService(value: unknown): StoredService | null {
  if (!isRecord(value) || typeof value['text'] !== 'string' || !isOrderKey(value['order'])) return null
  const text = cutText(normaliseLine(value['text']), LIMITS.shortTextCharacters)
  return { text, url: safeUrl(value['url']), order: value['order'] }
}
