import { compareNotes } from '../compareNotes.ts'
import type { Language } from '../Language.ts'
import { readNote } from '../readNote.ts'
import { SHOWN_FROM } from '../weights.ts'
import { bagOfWords, exactMatch } from './baselines.ts'
import { bestThreshold, figuresOf, type Figures, type Judged } from './figuresOf.ts'
import { labelledPairs, type Half, type LabelledPair } from './labelledPairs.ts'

/** How well pairs of one half are told apart, beside two simpler ways. */
export interface Measurement {
  readonly pairs: number
  readonly same: number
  readonly likeness: Figures
  readonly exactMatch: Figures
  /** At the threshold that is best on the half for tuning. */
  readonly bagOfWords: Figures
  /** For each `why` of the labels: how many pairs there are, and how many were called the same. */
  readonly kinds: readonly {
    readonly why: string
    readonly isSame: boolean
    readonly pairs: number
    readonly called: number
  }[]
}

/** Measure one half of the labelled pairs of a language at the shown threshold. */
export function measureLikeness(language: Language, half: Half): Measurement {
  const pairs = labelledPairs(language, half)
  const likeness = judge(pairs, (a, b) => compareNotes(readNote(a, language), readNote(b, language)).score)
  const wordThreshold = bestThreshold(judge(labelledPairs(language, 'tune'), bagOfWords))
  const kinds = Map.groupBy(
    pairs.map((pair, index) => ({ pair, score: likeness[index]!.score })),
    ({ pair }) => pair.why,
  )
  return {
    pairs: pairs.length,
    same: pairs.filter(({ isSame }) => isSame).length,
    likeness: figuresOf(likeness, SHOWN_FROM),
    exactMatch: figuresOf(judge(pairs, exactMatch), 1),
    bagOfWords: figuresOf(judge(pairs, bagOfWords), wordThreshold),
    kinds: [...kinds].map(([why, list]) => ({
      why,
      isSame: list[0]!.pair.isSame,
      pairs: list.length,
      called: list.filter(({ score }) => score >= SHOWN_FROM).length,
    })),
  }
}

function judge(pairs: readonly LabelledPair[], scoreOf: (a: string, b: string) => number): Judged[] {
  return pairs.map(({ a, b, isSame }) => ({ score: scoreOf(a, b), isSame }))
}
