export type Direction = 'left' | 'right' | 'up' | 'down'

export interface NamedRect<Name> {
  readonly name: Name
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How much more a step aside counts than a step ahead, so that the row or column is kept where there is one. */
const ASIDE = 2.5

/** What one reaches from a rectangle by an arrow key; null where there is nothing further. */
export function nearestInDirection<Name>(
  rects: readonly NamedRect<Name>[],
  from: NamedRect<Name>,
  direction: Direction,
): Name | null {
  let best: { name: Name; cost: number } | null = null
  for (const rect of rects) {
    if (rect.name === from.name) continue
    const dx = rect.x + rect.width / 2 - (from.x + from.width / 2)
    const dy = rect.y + rect.height / 2 - (from.y + from.height / 2)
    const ahead = direction === 'left' ? -dx : direction === 'right' ? dx : direction === 'up' ? -dy : dy
    const aside =
      direction === 'left' || direction === 'right'
        ? gap(rect.y, rect.height, from.y, from.height)
        : gap(rect.x, rect.width, from.x, from.width)
    if (ahead < 4) continue
    const cost = ahead + aside * ASIDE
    if (!best || cost < best.cost) best = { name: rect.name, cost }
  }
  return best?.name ?? null
}

/** Distance between two spans; nothing while they overlap by half of the smaller one. */
function gap(aStart: number, aSize: number, bStart: number, bSize: number): number {
  const overlap = Math.min(aStart + aSize, bStart + bSize) - Math.max(aStart, bStart)
  return overlap >= Math.min(aSize, bSize) / 2 ? 0 : Math.abs(aStart + aSize / 2 - bStart - bSize / 2)
}
