import { isId } from '../ids.ts'
import { isRecord } from '../json.ts'
import { normaliseText } from '../text.ts'

/** A stored object of which nothing is known. */
export type StoredRecord = Record<string, unknown>

/** Entries of a list that is stored as one key per entry and one for the order. */
export function list<T>(parts: StoredRecord, name: string, parse: (id: string, value: StoredRecord) => T): T[] {
  return ids(parts[`${name}.order`]).flatMap((id) => {
    const value = parts[`${name}/${id}`]
    return isRecord(value) ? [parse(id, value)] : []
  })
}

/** A text, normalised; anything else reads as empty. */
export function text(value: unknown): string {
  return typeof value === 'string' ? normaliseText(value) : ''
}

/** A finite number, else null. */
export function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** The strings of a list, normalised. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string').map(normaliseText) : []
}

/** What of a list has the form of an id. */
export function ids<T extends string>(value: unknown): T[] {
  return Array.isArray(value) ? (value.filter(isId) as unknown as T[]) : []
}

/** The value if it is one of the allowed ones, else the fallback. */
export function oneOf<T>(value: unknown, allowed: readonly T[], fallback: T): T {
  return allowed.includes(value as T) ? (value as T) : fallback
}
