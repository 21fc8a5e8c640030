import { isTypoOf } from './isTypoOf.ts'
import type { Note, NoteWord, Term } from './Note.ts'

/** Why two words count as the same. */
export type LinkKind = 'same' | 'form' | 'abbreviation' | 'synonym' | 'compound' | 'typo'

/** Words of one note and words of the other that say the same. */
export interface Link {
  readonly kind: LinkKind
  /** As written. */
  readonly a: string
  readonly b: string
}

/** Two notes laid side by side. */
export interface Alignment {
  readonly links: readonly Link[]
  /** For each term, how far the other note has it, from 0 to 1. */
  readonly a: readonly number[]
  readonly b: readonly number[]
  /** Terms of the same stem in both, as pairs of places. */
  readonly pairs: readonly (readonly [number, number])[]
}

/** How much a word counts as found that is found in another guise. */
const CREDIT = { synonym: 0.9, typo: 0.95, compound: 0.95 }

/** A shorter stem is found within too many words. */
const SHORTEST_PART = 4

/** What may stand between the parts of a compound and at its end. */
const LONGEST_GAP = 4

/** Find for each word of two notes of one language whether the other has it, possibly in another guise. */
export function alignNotes(a: Note, b: Note): Alignment {
  const aligner = new Aligner(a, b)
  aligner.linkStems()
  aligner.linkConcepts()
  aligner.linkTypos()
  aligner.linkCompounds()
  return aligner.alignment
}

class Aligner {
  readonly #notes: { readonly a: Note; readonly b: Note }
  readonly #links: Link[] = []
  readonly #found: { readonly a: number[]; readonly b: number[] }
  readonly #pairs: [number, number][] = []

  constructor(a: Note, b: Note) {
    this.#notes = { a, b }
    this.#found = { a: a.terms.map(() => 0), b: b.terms.map(() => 0) }
  }

  get alignment(): Alignment {
    return { links: this.#links, a: this.#found.a, b: this.#found.b, pairs: this.#pairs }
  }

  linkStems(): void {
    const { a, b } = this.#notes
    const [wordPairs, found] = [new Set<string>(), this.#found]
    a.terms.forEach((term, left) => {
      const right = b.terms.findIndex((other, index) => other.stem === term.stem && found.b[index] === 0)
      if (right < 0) return
      found.a[left] = 1
      found.b[right] = 1
      this.#pairs.push([left, right])
      const other = b.terms[right] as Term
      const pair = `${term.wordIndex}/${other.wordIndex}`
      if (wordPairs.has(pair)) return
      wordPairs.add(pair)
      const [ours, theirs] = [a.words[term.wordIndex]!, b.words[other.wordIndex]!]
      const kind = ours.surface === theirs.surface ? 'same' : hasSameStems(a, ours, b, theirs) ? 'form' : 'compound'
      this.#links.push({ kind, a: ours.shown, b: theirs.shown })
    })
  }

  linkConcepts(): void {
    const { a, b } = this.#notes
    for (const left of a.concepts) {
      if (!isMissing(this.#found.a, left)) continue
      const right = b.concepts.find((span) => span.concept === left.concept && isMissing(this.#found.b, span))
      if (!right) continue
      const isAbbreviation = left.isAbbreviation
      const credit = isAbbreviation ? 1 : CREDIT.synonym
      this.#found.a.fill(credit, left.from, left.to)
      this.#found.b.fill(credit, right.from, right.to)
      if (left.to - left.from === 1 && right.to - right.from === 1) this.#pairs.push([left.from, right.from])
      this.#links.push({
        kind: isAbbreviation ? 'abbreviation' : 'synonym',
        a: shownSpan(a, left),
        b: shownSpan(b, right),
      })
    }
  }

  linkTypos(): void {
    const { a, b } = this.#notes
    for (const left of a.words) {
      if (!isMissing(this.#found.a, left)) continue
      const right = b.words.find(
        (word) =>
          isMissing(this.#found.b, word) && !(left.isKnown && word.isKnown) && isTypoOf(left.surface, word.surface),
      )
      if (!right) continue
      this.#found.a.fill(CREDIT.typo, left.from, left.to)
      this.#found.b.fill(CREDIT.typo, right.from, right.to)
      this.#links.push({ kind: 'typo', a: left.shown, b: right.shown })
    }
  }

  /** Words that the lexicon cannot divide are divided by what the other note has. */
  linkCompounds(): void {
    this.#linkCompoundsOf('a', 'b')
    this.#linkCompoundsOf('b', 'a')
  }

  #linkCompoundsOf(own: 'a' | 'b', other: 'a' | 'b'): void {
    const { terms, words } = this.#notes[own]
    terms.forEach((term, index) => {
      if (this.#found[own][index] !== 0) return
      const cover = coverOf(term.surface, this.#notes[other].terms)
      if (cover.share === 0) return
      this.#found[own][index] = cover.share * CREDIT.compound
      for (const place of cover.places) {
        if (this.#found[other][place] === 0) this.#found[other][place] = CREDIT.compound
      }
      const whole = words[term.wordIndex]!.shown
      const parts = cover.places.map((place) => {
        const { words: others, terms: theirs } = this.#notes[other]
        return others[theirs[place]!.wordIndex]!.shown
      })
      const shown = [...new Set(parts)].join(' … ')
      this.#links.push(
        own === 'a' ? { kind: 'compound', a: whole, b: shown } : { kind: 'compound', a: shown, b: whole },
      )
    })
  }
}

function isMissing(found: readonly number[], { from, to }: { readonly from: number; readonly to: number }): boolean {
  for (let index = from; index < to; index += 1) if (found[index] !== 0) return false
  return to > from
}

function hasSameStems(a: Note, ours: NoteWord, b: Note, theirs: NoteWord): boolean {
  if (ours.to - ours.from !== theirs.to - theirs.from) return false
  const others = b.terms.slice(theirs.from, theirs.to)
  return a.terms.slice(ours.from, ours.to).every(({ stem }, index) => stem === others[index]?.stem)
}

function shownSpan(note: Note, { from, to }: { readonly from: number; readonly to: number }): string {
  const indices = [...new Set(note.terms.slice(from, to).map((term) => term.wordIndex))]
  return indices.map((index) => note.words[index]!.shown).join(' ')
}

/** Which of the terms a word is made of, and how much of its letters they are. */
function coverOf(word: string, terms: readonly Term[]): { share: number; places: readonly number[] } {
  if (word.length < SHORTEST_PART + 3) return { share: 0, places: [] }
  const pieces = terms
    .flatMap(({ stem, surface }, place) => {
      const piece = stem.length >= SHORTEST_PART ? stem : surface
      const at = piece.length >= SHORTEST_PART && piece.length < word.length - 1 ? word.indexOf(piece) : -1
      return at < 0 ? [] : [{ at, end: at + piece.length, place }]
    })
    .toSorted((x, y) => x.at - y.at || y.end - x.end)
  const kept: typeof pieces = []
  for (const piece of pieces) if (piece.at >= (kept.at(-1)?.end ?? 0)) kept.push(piece)
  const last = kept.at(-1)
  if (!last) return { share: 0, places: [] }
  // A piece in the middle of a word is chance; it has to begin or to end it.
  const isHead = kept[0]!.at === 0
  const isTail = word.length - last.end <= LONGEST_GAP
  if (!isHead && !isTail) return { share: 0, places: [] }
  let covered = 0
  kept.forEach((piece, index) => {
    const next = kept[index + 1]?.at ?? word.length
    covered += piece.end - piece.at + (next - piece.end <= LONGEST_GAP ? next - piece.end : 0)
  })
  return { share: covered / word.length, places: kept.map((piece) => piece.place) }
}
