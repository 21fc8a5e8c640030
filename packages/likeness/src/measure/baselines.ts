/** Equal words in equal order, apart from case, spacing and punctuation: 1 or 0. */
export function exactMatch(a: string, b: string): number {
  return plainWords(a).join(' ') === plainWords(b).join(' ') ? 1 : 0
}

/** Cosine of the counts of words, as they are written. */
export function bagOfWords(a: string, b: string): number {
  const [left, right] = [countsOf(plainWords(a)), countsOf(plainWords(b))]
  let dot = 0
  for (const [word, count] of left) dot += count * (right.get(word) ?? 0)
  const length = (counts: ReadonlyMap<string, number>): number =>
    Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0))
  return dot === 0 ? 0 : dot / (length(left) * length(right))
}

function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
