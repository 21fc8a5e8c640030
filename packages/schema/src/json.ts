/** Values that survive JSON and a Yjs map. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Structural equality of plain values; `undefined` properties count as absent. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  if (Array.isArray(a)) {
    const other = b as readonly unknown[]
    return a.length === other.length && a.every((value, index) => isEqual(value, other[index]))
  }
  return hasEqualProperties(a as Record<string, unknown>, b as Record<string, unknown>)
}

/** Without intermediate arrays: this runs for every entry of a board or view. */
function hasEqualProperties(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  let surplus = 0
  for (const key of Object.keys(a)) {
    const value = a[key]
    if (value === undefined) continue
    if (!Object.hasOwn(b, key) || !isEqual(value, b[key])) return false
    surplus--
  }
  for (const key of Object.keys(b)) if (b[key] !== undefined) surplus++
  return surplus === 0
}

/** Freeze a plain value with everything in it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}

/** Whether a value is a plain record, as it comes from JSON. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
