import { englishLexicon } from './english/englishLexicon.ts'
import { stemEnglish } from './english/stemEnglish.ts'
import { foldLetters } from './foldLetters.ts'
import { germanLexicon } from './german/germanLexicon.ts'
import { stemGerman, withoutParticiple } from './german/stemGerman.ts'
import type { Language } from './Language.ts'
import type { LexiconData } from './Lexicon.ts'
import { splitByParts } from './splitByParts.ts'
import { wordsOf } from './wordsOf.ts'

/** A phrase of the lexicon as a sequence of stems, and the concept that it names. */
export interface Phrase {
  readonly stems: readonly string[]
  readonly concept: string
  readonly isAbbreviation: boolean
}

/** A lexicon that is ready for looking things up; words are folded, content words are stems. */
export interface Lexicon {
  readonly language: Language
  readonly stopWords: ReadonlySet<string>
  readonly lightStems: ReadonlySet<string>
  readonly negations: ReadonlySet<string>
  readonly negatingPrefixes: readonly string[]
  readonly negatingEndings: readonly string[]
  readonly notNegated: ReadonlySet<string>
  readonly directions: ReadonlyMap<string, 'to' | 'from'>
  /** Stem → sides of opposites it stands on, as `<number>a` or `<number>b`. */
  readonly opposites: ReadonlyMap<string, readonly string[]>
  /** First stem of a phrase → phrases, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  /** Stem or concept → kinds. */
  readonly kinds: ReadonlyMap<string, readonly string[]>
  /** Every stem that the lexicon has, to tell a typo from another word. */
  readonly knownStems: ReadonlySet<string>
  stemOf(word: string): string
  /** The parts of a compound as folded words; the word alone if it is none. */
  partsOf(word: string): readonly string[]
}

const loaded = new Map<Language, Lexicon>()

/** The lexicon of a language; made when it is first asked for. */
export function lexiconOf(language: Language): Lexicon {
  const known = loaded.get(language)
  if (known) return known
  const lexicon = language === 'de' ? load('de', germanLexicon) : load('en', englishLexicon)
  loaded.set(language, lexicon)
  return lexicon
}

function load(language: Language, data: LexiconData): Lexicon {
  const irregular = new Map(listOf(data.irregular).map((pair) => pair.split('=').map(foldLetters) as [string, string]))
  const stem = language === 'de' ? stemGerman : stemEnglish
  const parts = new Set(listOf(data.compoundParts).map(foldLetters).flatMap(withShortened))
  const stems = new Map<string, string>()
  const stemOf = (word: string): string => {
    const known = stems.get(word)
    if (known !== undefined) return known
    const mayBeParticiple = language === 'de' && !irregular.has(word) && !parts.has(word)
    const plain = mayBeParticiple ? withoutParticiple(word) : word
    const found = stem(irregular.get(word) ?? irregular.get(plain) ?? plain)
    if (stems.size < MAX_MEMORIES) stems.set(word, found)
    return found
  }
  const splits = new Map<string, readonly string[]>()
  const partsOf = (word: string): readonly string[] => {
    const known = splits.get(word)
    if (known) return known
    const found = splitByParts(word, parts)
    if (splits.size < MAX_MEMORIES) splits.set(word, found)
    return found
  }
  const stopWords = new Set(listOf(data.stopWords).map(foldLetters))
  const phrases = phrasesOf(data, { stemOf, partsOf, stopWords })
  const kinds = kindsOf(data, phrases, stemOf)
  const opposites = new Map<string, string[]>()
  data.opposites.forEach((sides, index) => {
    sides.forEach((side, which) => {
      for (const word of listOf(side)) addTo(opposites, stemOf(foldLetters(word)), `${index}${which === 0 ? 'a' : 'b'}`)
    })
  })
  return {
    language,
    stopWords,
    lightStems: new Set(listOf(data.lightWords).map((word) => stemOf(foldLetters(word)))),
    negations: new Set(listOf(data.negations).map(foldLetters)),
    negatingPrefixes: data.negatingPrefixes,
    negatingEndings: data.negatingEndings,
    notNegated: new Set(listOf(data.notNegated).map(foldLetters)),
    directions: new Map(Object.entries(data.directions).map(([word, direction]) => [foldLetters(word), direction])),
    opposites,
    phrases,
    kinds,
    knownStems: new Set([
      ...[...phrases.values()].flatMap((list) => list.flatMap((phrase) => phrase.stems)),
      ...[...parts].map(stemOf),
      ...kinds.keys(),
    ]),
    stemOf,
    partsOf,
  }
}

/** Words are remembered up to this many, so that nobody fills the memory by writing nonsense. */
const MAX_MEMORIES = 50_000

function phrasesOf(
  data: LexiconData,
  { stemOf, partsOf, stopWords }: Pick<Lexicon, 'stemOf' | 'partsOf' | 'stopWords'>,
): Map<string, Phrase[]> {
  const phrases = new Map<string, Phrase[]>()
  const add = (entries: readonly string[], isAbbreviation: boolean): void => {
    for (const entry of entries) {
      const spellings = entry.split('|')
      const concept = `#${foldLetters(spellings[0] as string)}`
      for (const spelling of spellings) {
        const words = wordsOf(spelling).map(({ word }) => word)
        const kept = words.length > 1 ? words.filter((word) => !stopWords.has(word)) : words
        const stems = kept.flatMap(partsOf).map(stemOf)
        const [first] = stems
        if (first !== undefined) addTo(phrases, first, { stems, concept, isAbbreviation })
      }
    }
  }
  add(data.abbreviations, true)
  add(data.synonyms, false)
  for (const list of phrases.values()) list.sort((a, b) => b.stems.length - a.stems.length)
  return phrases
}

function kindsOf(
  data: LexiconData,
  phrases: ReadonlyMap<string, readonly Phrase[]>,
  stemOf: (word: string) => string,
): Map<string, string[]> {
  const kinds = new Map<string, string[]>()
  for (const [kind, words] of Object.entries(data.kinds)) {
    for (const word of listOf(words)) {
      const stem = stemOf(foldLetters(word))
      addTo(kinds, stem, kind)
      for (const { stems, concept } of phrases.get(stem) ?? []) if (stems.length === 1) addTo(kinds, concept, kind)
    }
  }
  return kinds
}

/** German drops an “e” between the parts of a compound: “Sprache” and “Sprachkurs”. */
function withShortened(part: string): string[] {
  return part.endsWith('e') && part.length >= 5 ? [part, part.slice(0, -1)] : [part]
}

function listOf(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== '')
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
