/** Where the caret belongs after somebody else changed the text before or around it. */
export function mapCaret(before: string, after: string, caret: number): number {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (caret <= start) return caret
  let tail = 0
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const changedEnd = before.length - tail
  return caret >= changedEnd ? caret + after.length - before.length : Math.min(caret, after.length - tail)
}
