import type { Alignment } from './alignNotes.ts'
import { lexiconOf } from './lexicons.ts'
import type { Note } from './Note.ts'

/** What speaks for and against two notes being the same thought; every figure is from 0 to 1. */
export interface Features {
  /** How much of each note the other one has: of the note of which less is found, and of the other. */
  readonly leastFound: number
  readonly mostFound: number
  /** How much of content each note has that the other one has not: the smaller of the two. */
  readonly bothOwn: number
  /** The same, measured by what they share. */
  readonly ownShare: number
  /** One of them says “not” about what both say. */
  readonly negation: number
  /** One word of each, and they mean the opposite. */
  readonly opposite: number
  /** Who does it in one of them receives it in the other. */
  readonly swapped: number
  /** Where they differ, both name people, or both a means: but others. */
  readonly otherKind: number
}

/** A term that is found less than this is what the note has and the other one has not. */
const MISSING = 0.5

/** More than these many words do not make it more certain. */
const MOST_OWN = 2

/** Weigh two notes that lie side by side. */
export function featuresOf(a: Note, b: Note, alignment: Alignment): Features {
  const [ofA, ofB] = [foundOf(a, alignment.a), foundOf(b, alignment.b)]
  const [shareA, shareB] = [ofA / (a.weight || 1), ofB / (b.weight || 1)]
  const bothOwn = Math.min(a.weight - ofA, b.weight - ofB)
  const shared = Math.min(ofA, ofB)
  return {
    leastFound: Math.min(shareA, shareB),
    mostFound: Math.max(shareA, shareB),
    bothOwn: Math.min(bothOwn, MOST_OWN) / MOST_OWN,
    ownShare: bothOwn + shared === 0 ? 1 : bothOwn / (bothOwn + shared),
    negation: isNegated(a, alignment.a) === isNegated(b, alignment.b) ? 0 : 1,
    opposite: isOpposite(a, b) ? 1 : 0,
    swapped: isSwapped(a, b, alignment) ? 1 : 0,
    otherKind: isOtherKind(a, b, alignment) ? 1 : 0,
  }
}

function foundOf(note: Note, found: readonly number[]): number {
  return note.terms.reduce((sum, term, index) => sum + term.weight * (found[index] as number), 0)
}

/** Whether something that both notes speak of is denied; what only one of them says may well be. */
function isNegated(note: Note, found: readonly number[]): boolean {
  return note.negations.some(({ about }) => about.some((index) => (found[index] ?? 0) >= MISSING))
}

function isOpposite(a: Note, b: Note): boolean {
  return a.sides.some((side) => {
    const other = side.endsWith('a') ? `${side.slice(0, -1)}b` : `${side.slice(0, -1)}a`
    return b.sides.includes(other) && !b.sides.includes(side) && !a.sides.includes(other)
  })
}

function isSwapped(a: Note, b: Note, { pairs }: Alignment): boolean {
  const turned = pairs.map(([left, right]) => {
    const [from, to] = [a.terms[left]?.direction ?? null, b.terms[right]?.direction ?? null]
    return from === to ? 0 : from !== null && to === null ? -1 : from === null ? 1 : 2
  })
  return turned.includes(2) || (turned.includes(1) && turned.includes(-1))
}

function isOtherKind(a: Note, b: Note, alignment: Alignment): boolean {
  const kinds = ownKindsOf(b, alignment.b)
  return [...ownKindsOf(a, alignment.a)].some((kind) => kinds.has(kind))
}

/** Kinds of what a note names and the other one does not. */
function ownKindsOf(note: Note, found: readonly number[]): Set<string> {
  const lexicon = lexiconOf(note.language)
  const kinds = new Set<string>()
  note.terms.forEach(({ stem }, index) => {
    if ((found[index] as number) >= MISSING) return
    for (const kind of lexicon.kinds.get(stem) ?? []) kinds.add(kind)
  })
  for (const { concept, from, to } of note.concepts) {
    if (found.slice(from, to).some((one) => one >= MISSING)) continue
    for (const kind of lexicon.kinds.get(concept) ?? []) kinds.add(kind)
  }
  return kinds
}
