/** A run of words that both texts have, or only the one before or the one of now. */
export interface WordRun {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** More words and blanks than these are shown as wholes: nobody reads a mixture of two long texts, and the table would be large. */
const MAX_WORDS = 1_200

/** Two texts as one, word by word: what stayed, what went and what came (longest common subsequence). */
export function wordDiff(before: string, now: string): readonly WordRun[] {
  const [old, fresh] = [wordsOf(before), wordsOf(now)]
  if (old.length > MAX_WORDS || fresh.length > MAX_WORDS) {
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: now },
    ]
  }
  const lengths = commonLengths(old, fresh)
  const runs: { kind: WordRun['kind']; text: string }[] = []
  const add = (kind: WordRun['kind'], word: string): void => {
    const last = runs.at(-1)
    if (last?.kind === kind) last.text += word
    else runs.push({ kind, text: word })
  }
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      add('same', old[i] as string)
      i += 1
      j += 1
    } else if (j >= fresh.length || (i < old.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      add('gone', old[i] as string)
      i += 1
    } else {
      add('new', fresh[j] as string)
      j += 1
    }
  }
  return runs
}

/** Words and the blanks between them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|\S+/g) ?? []
}

function commonLengths(old: readonly string[], fresh: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => Array.from({ length: fresh.length + 1 }, () => 0))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] as number[]
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      row[j] =
        old[i] === fresh[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1))
    }
  }
  return lengths
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0
}
