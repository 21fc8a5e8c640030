import { detectLanguage } from './detectLanguage.ts'
import type { Language } from './Language.ts'
import { lexiconOf, type Lexicon } from './lexicons.ts'
import type { ConceptSpan, Negation, Note, NoteWord, Term } from './Note.ts'
import { wordsOf, type Word } from './wordsOf.ts'

/** What a light word counts beside a content word. */
const LIGHT = 0.3

/** What the parts of a compound count: it is the front that tells one fair, form or office from another. */
const FRONT_PART = 0.9
const LAST_PART = 0.6

/** Words behind this many are not read: who writes more than a note has not written a duplicate of one. */
const MAX_WORDS = 80

/** Read a text for being compared; `language` is what it is taken to be in when its words do not tell. */
export function readNote(text: string, language: Language): Note {
  const lexicon = lexiconOf(detectLanguage(text, language))
  const reader = new NoteReader(lexicon)
  const words = wordsOf(text).slice(0, MAX_WORDS)
  for (const word of words) reader.read(word)
  return reader.note()
}

class NoteReader {
  readonly #lexicon: Lexicon
  readonly #words: NoteWord[] = []
  readonly #terms: Term[] = []
  readonly #clauses: number[] = []
  readonly #negations: { readonly at: number; readonly clause: number; readonly isOwn: boolean }[] = []
  readonly #sides = new Set<string>()
  #direction: 'to' | 'from' | null = null

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  read({ shown, word, clause }: Word): void {
    const lexicon = this.#lexicon
    for (const side of lexicon.opposites.get(lexicon.stemOf(word)) ?? []) this.#sides.add(side)
    const direction = lexicon.directions.get(word)
    if (direction) this.#direction = direction
    if (lexicon.negations.has(word)) {
      this.#negations.push({ at: this.#terms.length, clause, isOwn: false })
      return
    }
    if (lexicon.stopWords.has(word)) return
    this.#addWord({ shown, word, clause })
    this.#direction = null
  }

  #addWord({ shown, word, clause }: Word): void {
    const lexicon = this.#lexicon
    const from = this.#terms.length
    const bare = this.#withoutNegation(word, clause)
    const parts = lexicon.partsOf(bare)
    parts.forEach((part, index) => {
      const isLast = index === parts.length - 1
      if (parts.length > 1 && lexicon.negations.has(part)) {
        this.#negations.push({ at: from, clause, isOwn: true })
        return
      }
      const stem = lexicon.stemOf(part)
      const isLight = lexicon.lightStems.has(stem)
      this.#terms.push({
        stem,
        surface: part,
        weight: (isLight ? LIGHT : 1) * (parts.length === 1 ? 1 : isLast ? LAST_PART : FRONT_PART),
        wordIndex: this.#words.length,
        direction: isLast ? this.#direction : null,
      })
      this.#clauses.push(clause)
    })
    const isKnown = parts.length > 1 || lexicon.knownStems.has(lexicon.stemOf(bare))
    this.#words.push({ shown, surface: bare, from, to: this.#terms.length, isKnown })
  }

  /** “unbekannt” is “bekannt” and a negation; so is what ends like “papierlos”. */
  #withoutNegation(word: string, clause: number): string {
    const lexicon = this.#lexicon
    if (lexicon.notNegated.has(word) || word.startsWith('unter')) return word
    const rest = bareOf(word, lexicon)
    if (rest === null) return word
    this.#negations.push({ at: this.#terms.length, clause, isOwn: true })
    return rest
  }

  note(): Note {
    const negations = this.#negations.map((negation) => this.#placed(negation))
    this.#stress(negations)
    return {
      language: this.#lexicon.language,
      words: this.#words,
      terms: this.#terms,
      concepts: conceptsOf(this.#terms, this.#lexicon),
      negations,
      sides: [...this.#sides],
      weight: this.#terms.reduce((sum, term) => sum + term.weight, 0),
    }
  }

  /** “Nicht zu finden”: a light word that is denied is what the note is about. */
  #stress(negations: readonly Negation[]): void {
    for (const { about } of negations) {
      const [first] = about
      const term = first === undefined ? undefined : this.#terms[first]
      if (term && term.weight === LIGHT) this.#terms[first as number] = { ...term, weight: 1 }
    }
  }

  /** A negation is about the next two terms of its clause, or about the last two before it. */
  #placed({ at, clause, isOwn }: { at: number; clause: number; isOwn: boolean }): Negation {
    if (isOwn) return { about: [at] }
    const inClause = (index: number): boolean => this.#clauses[index] === clause
    const behind = [at, at + 1].filter(inClause)
    const before = [at - 1, at - 2].filter(inClause)
    const about = behind.length > 0 ? behind : before
    return { about: about.length > 0 ? about : [Math.min(at, this.#terms.length - 1)] }
  }
}

function bareOf(word: string, lexicon: Lexicon): string | null {
  const ending = lexicon.negatingEndings.find((one) => word.endsWith(one) && word.length - one.length >= 4)
  if (ending) return word.slice(0, -ending.length)
  for (const prefix of lexicon.negatingPrefixes) {
    const rest = word.slice(prefix.length)
    if (word.startsWith(prefix) && rest.length >= 4 && lexicon.knownStems.has(lexicon.stemOf(rest))) return rest
  }
  return null
}

function conceptsOf(terms: readonly Term[], lexicon: Lexicon): ConceptSpan[] {
  const spans: ConceptSpan[] = []
  terms.forEach(({ stem }, from) => {
    for (const { stems, concept, isAbbreviation } of lexicon.phrases.get(stem) ?? []) {
      if (!stems.every((one, index) => terms[from + index]?.stem === one)) continue
      spans.push({ concept, from, to: from + stems.length, isAbbreviation })
    }
  })
  return spans.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
}
