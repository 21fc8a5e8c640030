import { compareNotes, type Likeness } from './compareNotes.ts'
import type { Language } from './Language.ts'
import type { Note } from './Note.ts'
import { readNote } from './readNote.ts'
import { SHOWN_FROM } from './weights.ts'

/** Two notes that are alike enough to be shown; `a` is the smaller id. */
export interface Match extends Likeness {
  readonly a: string
  readonly b: string
}

/** A note with what it can be found by. */
interface Entry {
  readonly id: string
  readonly text: string
  readonly note: Note
  /** The note's terms that count, with their keys. */
  readonly terms: readonly { readonly weight: number; readonly keys: readonly string[] }[]
}

/** Where a key occurs: the note, and its term as a bit. */
interface Posting {
  readonly entry: Entry
  readonly term: number
}

/** As many letters of the front and of the end of a stem are keys: a typo spares one of them, compounds share one. */
const EDGE_LETTERS = 4

/** Terms of a note that candidates are found by; as many bits fit into a number. */
const MAX_TERMS = 30

/**
 * A note is compared with so many of those that share most with it, and is held against so many. Real lists stay far
 * below; a thousand notes that nearly repeat each other would otherwise be half a million pairs.
 */
const MOST_CANDIDATES = 48
const MOST_MATCHES = 12

/** Notes of which both have more than this that the other lacks are never shown, whatever else they share. */
const MOST_OWN = 1

/**
 * Notes of one list, and which of them say the same.
 *
 * Deterministic: the matches depend on the notes alone and not on the order in which they came. [L1] Putting a note
 * compares it with those that share a word, a part of a word or a concept with it, and with no others. [L4] A note has
 * a bounded number of matches, however many repeat it; which ones, where there are more, depends on who came first.
 */
export class LikenessIndex {
  readonly #language: Language
  readonly #entries = new Map<string, Entry>()
  readonly #postings = new Map<string, Posting[]>()
  readonly #matches = new Map<string, Map<string, Match>>()

  /** `language` is what notes are taken to be in when their words do not tell. */
  constructor(language: Language) {
    this.#language = language
  }

  get ids(): Iterable<string> {
    return this.#entries.keys()
  }

  /** Add a note or change its text; false when it was there with the same text. */
  put(id: string, text: string): boolean {
    if (this.#entries.get(id)?.text === text) return false
    this.remove(id)
    const note = readNote(text, this.#language)
    const entry: Entry = { id, text, note, terms: termsOf(note) }
    for (const other of this.#candidatesOf(entry)) {
      const isFirst = id < other.id
      const [a, b] = isFirst ? [entry, other] : [other, entry]
      const likeness = compareNotes(a.note, b.note)
      if (likeness.score >= SHOWN_FROM) this.#addMatch({ a: a.id, b: b.id, ...likeness })
    }
    this.#entries.set(id, entry)
    entry.terms.forEach(({ keys }, term) => {
      for (const key of keys) {
        const list = this.#postings.get(key)
        if (list) list.push({ entry, term })
        else this.#postings.set(key, [{ entry, term }])
      }
    })
    return true
  }

  /** Forget a note; false when it was not there. */
  remove(id: string): boolean {
    const entry = this.#entries.get(id)
    if (!entry) return false
    this.#entries.delete(id)
    for (const key of new Set(entry.terms.flatMap(({ keys }) => keys))) {
      const left = (this.#postings.get(key) ?? []).filter((posting) => posting.entry !== entry)
      if (left.length > 0) this.#postings.set(key, left)
      else this.#postings.delete(key)
    }
    for (const other of this.#matches.get(id)?.keys() ?? []) this.#matches.get(other)?.delete(id)
    this.#matches.delete(id)
    return true
  }

  /** Every two notes that are alike enough to be shown, by ids. */
  matches(): Match[] {
    const found = [...this.#matches].flatMap(([id, others]) => [...others.values()].filter(({ a }) => a === id))
    return found.toSorted((x, y) => compare(x.a, y.a) || compare(x.b, y.b))
  }

  #addMatch(match: Match): void {
    const isFull = (id: string): boolean => (this.#matches.get(id)?.size ?? 0) >= MOST_MATCHES
    if (isFull(match.a) || isFull(match.b)) return
    for (const [id, other] of [
      [match.a, match.b],
      [match.b, match.a],
    ] as const) {
      const known = this.#matches.get(id) ?? new Map<string, Match>()
      known.set(other, match)
      this.#matches.set(id, known)
    }
  }

  /** Notes that may be alike: what one of the two has and the other lacks is little, as far as keys tell. */
  #candidatesOf(entry: Entry): Entry[] {
    const hits = new Map<Entry, { own: number; other: number }>()
    entry.terms.forEach(({ keys }, term) => {
      for (const key of keys) {
        for (const posting of this.#postings.get(key) ?? []) {
          const hit = hits.get(posting.entry) ?? { own: 0, other: 0 }
          hit.own |= 1 << term
          hit.other |= 1 << posting.term
          hits.set(posting.entry, hit)
        }
      }
    })
    return [...hits]
      .map(([other, hit]) => ({ other, missed: Math.min(missedOf(entry, hit.own), missedOf(other, hit.other)) }))
      .filter(({ missed }) => missed <= MOST_OWN)
      .toSorted((x, y) => x.missed - y.missed || compare(x.other.id, y.other.id))
      .slice(0, MOST_CANDIDATES)
      .map(({ other }) => other)
  }
}

function missedOf({ terms }: Entry, hit: number): number {
  return terms.reduce((sum, { weight }, term) => (hit & (1 << term) ? sum : sum + weight), 0)
}

function termsOf(note: Note): Entry['terms'] {
  const keys = note.terms.map(({ stem }) => [stem, `^${stem.slice(0, EDGE_LETTERS)}`, `${stem.slice(-EDGE_LETTERS)}$`])
  for (const { concept, from, to } of note.concepts) {
    for (let index = from; index < to; index += 1) keys[index]?.push(concept)
  }
  const heaviest = note.terms.reduce((most, { weight }) => Math.max(most, weight), 0)
  return note.terms
    .map(({ weight }, index) => ({ weight, keys: keys[index] as string[] }))
    .filter(({ weight }) => weight >= 0.5 || weight === heaviest)
    .slice(0, MAX_TERMS)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
