import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Language } from '../Language.ts'

/** Two texts, and whether two experts would say that they are the same thought. */
export interface LabelledPair {
  readonly a: string
  readonly b: string
  readonly isSame: boolean
  /** What makes the pair alike or different; see fixtures/README.md. */
  readonly why: string
}

/** `tune` is for settling weights and thresholds, `held` is looked at for measuring only. */
export type Half = 'tune' | 'held'

/** The labelled pairs of a language, of one half or all. */
export function labelledPairs(language: Language, half?: Half): readonly LabelledPair[] {
  const pairs = JSON.parse(pairsFile(language)) as readonly LabelledPair[]
  return half === undefined ? pairs : pairs.filter((pair) => halfOf(pair) === half)
}

/** The file of labelled pairs as text. */
export function pairsFile(language: Language): string {
  return readFileSync(new URL(`../../fixtures/pairs.${language}.json`, import.meta.url), 'utf8')
}

/** Which half a pair belongs to: the first bit of the SHA-256 of its texts, in either order. */
export function halfOf({ a, b }: Pick<LabelledPair, 'a' | 'b'>): Half {
  const hash = createHash('sha256').update([a, b].toSorted().join('\n')).digest()
  return (hash[0] as number) < 128 ? 'tune' : 'held'
}
