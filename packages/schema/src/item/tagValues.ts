import { assertWithin, LIMITS } from '../limits.ts'
import { normaliseLine } from '../text.ts'
import { TAG_PREFIX } from './parseItem.ts'

/** Tags as they are stored: a key each. Empty and double ones are left out. */
export function tagValues(tags: readonly string[]): Record<string, true> {
  const clean = new Set(tags.map((tag) => normaliseLine(tag).trim()).filter((tag) => tag !== ''))
  assertWithin('item.tooMany', clean.size, LIMITS.tagsPerItem)
  for (const tag of clean) assertWithin('text.tooLong', tag.length, LIMITS.tagCharacters)
  return Object.fromEntries([...clean].map((tag) => [`${TAG_PREFIX}${tag}`, true as const]))
}
