import type { Json } from '../json.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { normaliseLine } from '../text.ts'
import type { ItemAttributesPatch } from './Item.ts'
import { ATTRIBUTE_KEYS } from './attributeKeys.ts'

/** Attributes as they are stored: one key each, so that people who set different ones at once both succeed. */
export function attributeValues(patch: ItemAttributesPatch): Record<string, Json> {
  const values: Record<string, Json> = {}
  for (const key of ATTRIBUTE_KEYS) {
    const value = patch[key]
    if (value === undefined) continue
    values[key] = typeof value === 'string' ? normaliseLine(value) || null : value
    if (typeof value === 'string') assertWithin('text.tooLong', value.length, LIMITS.shortTextCharacters)
  }
  return values
}
