/** A whole number below `below`, evenly. */
export type Random = (below: number) => number

/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** The same things in a random order. */
export function shuffled<T>(things: readonly T[], random: Random): readonly T[] {
  const order = [...things]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = random(last + 1)
    ;[order[last], order[other]] = [order[other] as T, order[last] as T]
  }
  return order
}
