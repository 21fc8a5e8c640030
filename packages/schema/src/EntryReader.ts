import * as Y from 'yjs'
import { plainOf, readFragment } from './fragment.ts'
import { parseId } from './ids.ts'
import { FIRST_ORDER_KEY, isOrderKey } from './order.ts'
import type { RichText } from './RichText.ts'
import { cutText, normaliseLine, safeUrl } from './text.ts'

/**
 * Reads the values of one entry, whoever wrote them. Absent gives the default; broken gives the default and is
 * counted in `skipped`. Never throws.
 */
export class EntryReader {
  skipped = 0
  readonly #entry: Y.Map<unknown>

  constructor(entry: Y.Map<unknown>) {
    this.#entry = entry
  }

  get(key: string): unknown {
    return this.#entry.get(key) ?? null
  }

  oneOf<T extends string | number>(key: string, allowed: readonly T[]): T | null {
    return this.#parsed(key, (value) => (allowed.includes(value as T) ? (value as T) : null))
  }

  id<T extends string>(key: string): T | null {
    return this.#parsed(key, (value) => parseId<T>(value))
  }

  order(): string {
    return this.#parsed('order', (value) => (isOrderKey(value) ? value : null)) ?? FIRST_ORDER_KEY
  }

  line(key: string, maxCharacters: number): string | null {
    return this.#parsed(key, (value) =>
      typeof value === 'string' ? cutText(normaliseLine(value), maxCharacters) : null,
    )
  }

  url(key: string): string | null {
    return this.#parsed(key, safeUrl)
  }

  number(key: string): number | null {
    return this.#parsed(key, (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null))
  }

  isoDate(key: string): string | null {
    return this.#parsed(key, (value) => (isIsoDate(value) ? value : null))
  }

  shortText(key: string, maxCharacters: number): string {
    const parse = (value: unknown): string | null =>
      value instanceof Y.Text && !(value instanceof Y.XmlText) ? normaliseLine(plainOf(value)) : null
    return cutText(this.#parsed(key, parse) ?? '', maxCharacters)
  }

  richText(key: string): RichText {
    const value = this.get(key)
    if (!(value instanceof Y.XmlFragment) || value instanceof Y.XmlElement) {
      this.skipped++
      return []
    }
    const { text, skipped } = readFragment(value)
    this.skipped += skipped
    return text
  }

  /** Ids or names kept as keys `prefix:name`, so that two people who add different ones both succeed. Sorted. */
  keysWith(prefix: string): string[] {
    const found: string[] = []
    for (const key of this.#entry.keys()) if (key.startsWith(prefix)) found.push(key.slice(prefix.length))
    return found.toSorted()
  }

  #parsed<T>(key: string, parse: (value: unknown) => T | null): T | null {
    const value = this.get(key)
    if (value === null) return null
    const parsed = parse(value)
    if (parsed === null) this.skipped++
    return parsed
  }
}

/** Whether a value is a calendar date such as 2022-03-03. */
export function isIsoDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}
