/** Neighbours of a list entry after it was moved to `index`, counted in the list without it. */
export function neighboursAt<Id>(
  ids: readonly Id[],
  moving: Id,
  index: number,
): { after: Id | null; before: Id | null } {
  const others = ids.filter((id) => id !== moving)
  const at = Math.min(Math.max(0, index), others.length)
  return { after: others[at - 1] ?? null, before: others[at] ?? null }
}

/** The list with one entry moved to `index`, counted in the list without it. */
export function movedTo<Id>(ids: readonly Id[], moving: Id, index: number): readonly Id[] {
  const others = ids.filter((id) => id !== moving)
  return others.toSpliced(Math.min(Math.max(0, index), others.length), 0, moving)
}

/** Where a pointer at `y` would insert among the vertical middles of the other entries. */
export function indexAt(middles: readonly number[], y: number): number {
  const index = middles.findIndex((middle) => y < middle)
  return index === -1 ? middles.length : index
}
