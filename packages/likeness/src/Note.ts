import type { Language } from './Language.ts'

/** A word of a note, or one part of a compound. */
export interface Term {
  /** What the term is compared by. */
  readonly stem: string
  /** Folded, as it was written. */
  readonly surface: string
  /** How much it counts whether the other note has the term. */
  readonly weight: number
  /** Place of the whole word in `words`. */
  readonly wordIndex: number
  /** What the preposition before it says about its part in what is done. */
  readonly direction: 'to' | 'from' | null
}

/** A word as it was written, with the terms that it gave. */
export interface NoteWord {
  readonly shown: string
  readonly surface: string
  /** First term, and the one behind the last. */
  readonly from: number
  readonly to: number
  /** Whether the lexicon has the word or all its parts; what it has is not taken for a typo. */
  readonly isKnown: boolean
}

/** Terms in a row that name a concept of the lexicon. */
export interface ConceptSpan {
  readonly concept: string
  readonly from: number
  readonly to: number
  readonly isAbbreviation: boolean
}

/** A turn of meaning, and the terms that it is about. */
export interface Negation {
  readonly about: readonly number[]
}

/** A text, read for being compared with others. */
export interface Note {
  readonly language: Language
  readonly words: readonly NoteWord[]
  readonly terms: readonly Term[]
  /** Longest first. */
  readonly concepts: readonly ConceptSpan[]
  readonly negations: readonly Negation[]
  /** Stems that stand on a side of an opposition, the small words among them. */
  readonly sides: readonly string[]
  /** Sum of the terms' weights. */
  readonly weight: number
}
