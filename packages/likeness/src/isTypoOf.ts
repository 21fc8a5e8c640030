/** Words of fewer letters differ in one and mean something else. */
const SHORTEST = 5

/** From this many letters on, two slips are believed. */
const LONG = 9

/** Whether two folded words differ as one does when typing: a letter too many, too few, another, or two swapped. */
export function isTypoOf(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < SHORTEST || a === b) return false
  const most = shorter >= LONG ? 2 : 1
  return Math.abs(a.length - b.length) <= most && slips(a, b, most) <= most
}

/** Optimal string alignment distance; whatever exceeds `most` is given as more than `most`. */
function slips(a: string, b: string, most: number): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1]
      let least = Math.min(
        (last[column] as number) + 1,
        (next[column - 1] as number) + 1,
        (last[column - 1] as number) + (isSame ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] as number) + 1)
      }
      next.push(least)
    }
    if (Math.min(...next) > most) return most + 1
    ;[before, last] = [last, next]
  }
  return last.at(-1) as number
}
