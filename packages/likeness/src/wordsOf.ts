import { foldLetters } from './foldLetters.ts'

/** A word of a text: as written, folded, and the number of the clause that it stands in. */
export interface Word {
  readonly shown: string
  readonly word: string
  readonly clause: number
}

/** The words of a text; hyphens separate, except behind a single letter (“e-mail”). */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let clause = 0
  const plain = text
    .normalize('NFKC')
    .replace(/(?<![\p{L}\p{N}])(\p{L})-(?=\p{L})/gu, '$1')
    .replace(/n['’]t\b/gi, ' not')
    .replace(/(\p{L})['’]s?(?!\p{L})/gu, '$1')
  for (const [part] of plain.matchAll(/[\p{L}\p{M}\p{N}]+|[,.;:!?–—()]/gu)) {
    if (/[\p{L}\p{N}]/u.test(part)) words.push({ shown: part, word: foldLetters(part), clause })
    else clause += 1
  }
  return words
}
