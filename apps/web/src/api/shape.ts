/**
 * Checks of answers by hand, for everything that is loaded before a board can be read: the schema library would weigh
 * more than all of it. They throw on the first thing that is not as promised.
 */
export type Json = Readonly<Record<string, unknown>>

export function record(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not an object')
  return value as Json
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('not a text')
  return value
}

export function number(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError('not a number')
  return value
}

export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('not a list')
  return value
}

export function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : text(value)
}

/** For calls whose answer says nothing but that it worked. */
export const anything = { parse: (): undefined => undefined }
