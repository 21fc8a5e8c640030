import { LikenessIndex, reasonsOf, type Language, type Match } from '@tafelrunde/likeness'
import type { Offer } from '@tafelrunde/protocol'
import { pairKeyOf, type GroupId, type PlenaryView } from '@tafelrunde/schema/plain'
import { clusterMatches, type CardMatch } from './clusterMatches.ts'

/** What is compared with one another: the entries of one field over all groups, or all recommendations. */
interface Shelf {
  readonly kind: Offer['kind']
  readonly templateId: string | null
  readonly fieldId: string | null
  readonly index: LikenessIndex
}

/** More offers than these nobody works through; the most certain are kept. */
const MOST_OFFERS = 200

/** The notes of a merged view, indexed field by field, and which of them say the same. */
export class DuplicateFinder {
  readonly #language: Language
  /** Who has put notes under one another has said what they have to do with each other. */
  #clusters: ReadonlyMap<string, string> = new Map()
  readonly #shelves = new Map<string, Shelf>()

  constructor(language: Language) {
    this.#language = language
  }

  /** Take over a view, note by note: between two steps the caller may let others have their turn. */
  *update(view: PlenaryView): Generator<void, void, void> {
    this.#clusters = new Map(view.entries.map(({ key, clusterKey }) => [key, clusterKey ?? key]))
    const wanted = new Map<string, Set<string>>()
    for (const { name, kind, templateId, fieldId, key, text } of notesOf(view)) {
      const shelf = this.#shelves.get(name) ?? { kind, templateId, fieldId, index: new LikenessIndex(this.#language) }
      this.#shelves.set(name, shelf)
      const keys = wanted.get(name) ?? new Set<string>()
      wanted.set(name, keys.add(key))
      if (shelf.index.put(key, text)) yield
    }
    for (const [name, { index }] of this.#shelves) {
      for (const key of index.ids) if (!wanted.get(name)?.has(key)) index.remove(key)
    }
  }

  /** What is offered to the plenary: cards that are not folded together yet and that nobody has told apart. */
  offersFor(view: PlenaryView, different: readonly string[]): Offer[] {
    const heads = new Map(view.entries.map(({ key, foldedInto }) => [key, foldedInto ?? key]))
    return this.#offers({ cardOf: (key) => heads.get(key) ?? key, different })
  }

  /** What is offered for the notes of one board, whatever the plenary has folded. */
  offersForBoard(groupId: GroupId, different: readonly string[]): Offer[] {
    return this.#offers({ cardOf: (key) => (key.startsWith(`${groupId}/`) ? key : null), different })
  }

  #offers(look: { cardOf: (key: string) => string | null; different: readonly string[] }): Offer[] {
    const different = new Set(look.different)
    const isSettled = (a: string, b: string): boolean =>
      different.has(pairKeyOf(a, b)) || (this.#clusters.get(a) ?? a) === (this.#clusters.get(b) ?? b)
    const offers = [...this.#shelves.values()].flatMap(({ kind, templateId, fieldId, index }) =>
      clusterMatches(cardMatches(index.matches(), look.cardOf, isSettled)).map(({ keys, score, reasons }): Offer => ({
        key: keys.join('|'),
        kind,
        templateId,
        fieldId,
        keys: [...keys],
        score: Math.round(score * 100) / 100,
        reasons: reasons.map((reason) => (reason.code === 'shared' ? { ...reason, words: [...reason.words] } : reason)),
      })),
    )
    return offers.toSorted((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1)).slice(0, MOST_OFFERS)
  }
}

function* notesOf(view: PlenaryView): Generator<Omit<Shelf, 'index'> & { name: string; key: string; text: string }> {
  for (const { key, templateId, fieldId, plainText: text } of view.entries) {
    yield { name: `${templateId}/${fieldId}`, kind: 'entries', templateId, fieldId, key, text }
  }
  for (const { key, recommendation } of view.recommendations) {
    const text = recommendation.title
    yield { name: 'recommendations', kind: 'recommendations', templateId: null, fieldId: null, key, text }
  }
}

/** Matches of notes as matches of the cards that show them; of several the most certain. */
function cardMatches(
  matches: readonly Match[],
  cardOf: (key: string) => string | null,
  isSettled: (a: string, b: string) => boolean,
): CardMatch[] {
  const best = new Map<string, CardMatch>()
  for (const { a, b, score, links } of matches) {
    const [left, right] = [cardOf(a), cardOf(b)]
    if (left === null || right === null || left === right) continue
    if (isSettled(left, right) || isSettled(a, b)) continue
    const pair = pairKeyOf(left, right)
    if (score > (best.get(pair)?.score ?? 0)) best.set(pair, { a: left, b: right, score, reasons: reasonsOf(links) })
  }
  return [...best.values()]
}
