/** What German puts between the parts of a compound. */
const LINKS = ['', 's', 'n', 'en', 'es', 'e', 'er']

/** Shorter parts are found in almost every word. */
const SHORTEST_PART = 3

/**
 * A folded word as the fewest parts of a vocabulary that it consists of, each possibly with a link behind it, the last
 * possibly inflected; the word alone if there is no such division.
 */
export function splitByParts(word: string, parts: ReadonlySet<string>): readonly string[] {
  if (word.length < 2 * SHORTEST_PART) return [word]
  if (parts.has(word)) return [word]
  return divide(word, parts, 4) ?? [word]
}

function divide(word: string, parts: ReadonlySet<string>, mostParts: number): string[] | null {
  if (isPart(word, parts)) return [word]
  if (mostParts === 1) return null
  for (let length = word.length - SHORTEST_PART; length >= SHORTEST_PART; length -= 1) {
    const head = word.slice(0, length)
    if (!parts.has(head)) continue
    for (const link of LINKS) {
      if (!word.startsWith(link, length)) continue
      const rest = word.slice(length + link.length)
      if (rest.length < SHORTEST_PART) continue
      const tail = divide(rest, parts, mostParts - 1)
      if (tail) return [head, ...tail]
    }
  }
  return null
}

/** Whether the word is a part, as it stands or without an ending of inflection. */
function isPart(word: string, parts: ReadonlySet<string>): boolean {
  return (
    parts.has(word) ||
    ['en', 'er', 'es', 'e', 'n', 's', 'innen'].some(
      (ending) => word.endsWith(ending) && parts.has(word.slice(0, -ending.length)),
    )
  )
}
