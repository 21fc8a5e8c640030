/** Neighbours between which an entry is put; null at the ends of the list. */
export interface Place {
  readonly afterKey: string | null
  readonly beforeKey: string | null
}

/** The list with one entry moved to `index`, counted in the list without it. */
export function movedTo(keys: readonly string[], moving: string, index: number): readonly string[] {
  const others = keys.filter((key) => key !== moving)
  return others.toSpliced(Math.min(Math.max(0, index), others.length), 0, moving)
}

/** The neighbours of an entry that was moved to `index`, counted in the list without it. */
export function placeAt(keys: readonly string[], moving: string, index: number): Place {
  const moved = movedTo(keys, moving, index)
  const at = moved.indexOf(moving)
  return { afterKey: moved[at - 1] ?? null, beforeKey: moved[at + 1] ?? null }
}
