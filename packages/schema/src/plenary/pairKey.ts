const PAIR_KEY =
  /^([A-Za-z][A-Za-z0-9_-]{21}\/[A-Za-z][A-Za-z0-9_-]{21})\|([A-Za-z][A-Za-z0-9_-]{21}\/[A-Za-z][A-Za-z0-9_-]{21})$/

/** The key of two entries or recommendations, in either order. */
export function pairKeyOf(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`
}

/** Whether a value is the key of two entries or recommendations. */
export function isPairKey(value: string): boolean {
  const [, a, b] = PAIR_KEY.exec(value) ?? []
  return a !== undefined && b !== undefined && a < b
}
