import * as Y from 'yjs'
import type { BoardInternals } from './Board.ts'
import { fragmentOf, plainOf, readFragment, writeFragment, writeShortText } from './fragment.ts'
import type { Change, EntryJson } from './Inverse.ts'
import { isEqual, type Json } from './json.ts'
import { plainTextOf, type RichText } from './RichText.ts'
import type { BoardRoot } from './roots.ts'

/**
 * Keys that say where an item is. They are written together and even when equal, so that of two concurrent moves one
 * stands as a whole; and null is stored, since in Yjs a concurrent value always beats a removed key.
 */
const PLACE_KEYS: readonly string[] = ['canvasId', 'fieldId', 'order', 'head']

/** What a new entry consists of. */
export interface NewEntry {
  readonly values: Readonly<Record<string, Json>>
  readonly texts?: Readonly<Record<string, string>>
  readonly richTexts?: Readonly<Record<string, RichText>>
}

/**
 * Writes one operation and records what takes it back.
 *
 * 1. Writing what is already there changes nothing and records nothing (place keys of items excepted).
 * 2. Writing to an entry that is gone does nothing.
 * 3. `changes` are in the order in which they have to be applied to take the operation back.
 */
export class Writer {
  hasWritten = false
  readonly #board: BoardInternals
  readonly #recorded: Change[] = []
  /** Index of the recorded change of a key, so that writing it twice is taken back once. */
  readonly #indexes = new Map<string, number>()
  readonly #created = new Set<string>()

  constructor(board: BoardInternals) {
    this.#board = board
  }

  get changes(): readonly Change[] {
    return this.#recorded.toReversed()
  }

  entry(root: BoardRoot, id: string): Y.Map<unknown> | null {
    const entry = this.#board.roots[root].get(id)
    return entry instanceof Y.Map ? entry : null
  }

  set(root: BoardRoot, id: string, key: string, value: Json): void {
    const entry = this.entry(root, id)
    if (!entry) return
    const before = (entry.get(key) ?? null) as Json
    if (before instanceof Y.AbstractType) return
    const isPlace = root === 'items' && PLACE_KEYS.includes(key)
    if (isEqual(before, value) && !isPlace) return
    if (value === null && !isPlace) entry.delete(key)
    else entry.set(key, value)
    this.#touched(root, id)
    this.#record({ type: 'set', root, id, key, value: before, expected: value })
  }

  /** Set without a trace in the inverse: for housekeeping that nobody wants to take back, such as new order keys. */
  setSilently(root: BoardRoot, id: string, key: string, value: Json): void {
    const entry = this.entry(root, id)
    if (!entry) return
    entry.set(key, value)
    this.#touched(root, id)
  }

  text(root: BoardRoot, id: string, key: string, next: string): void {
    const entry = this.entry(root, id)
    if (!entry) return
    const stored = entry.get(key)
    const text = stored instanceof Y.Text ? stored : new Y.Text()
    if (text !== stored) entry.set(key, text)
    const before = plainOf(text)
    if (before === next) return
    writeShortText(text, next)
    this.#touched(root, id)
    this.#record({ type: 'text', root, id, key, value: before, expected: next })
  }

  richText(root: BoardRoot, id: string, key: string, next: RichText): void {
    const entry = this.entry(root, id)
    if (!entry) return
    const stored = entry.get(key)
    const fragment = stored instanceof Y.XmlFragment ? stored : new Y.XmlFragment()
    if (fragment !== stored) entry.set(key, fragment)
    const before = readFragment(fragment).text
    if (isEqual(before, next)) return
    writeFragment(fragment, next)
    this.#touched(root, id)
    this.#record({ type: 'richText', root, id, key, value: before, expected: next })
  }

  /** Add an entry that is taken back by moving it to the bin, unless somebody has changed its texts. */
  createWithBin(root: BoardRoot, id: string, content: NewEntry): void {
    this.#create(root, id, content)
    for (const [key, text] of Object.entries(content.texts ?? {})) this.guard(root, id, key, text)
    for (const [key, text] of Object.entries(content.richTexts ?? {})) this.guard(root, id, key, plainTextOf(text))
    this.#record({ type: 'set', root, id, key: 'state', value: 'deleted', expected: content.values['state'] ?? null })
    this.#created.add(`${root}/${id}`)
  }

  /** Add an entry that is taken back by removing it. */
  create(root: BoardRoot, id: string, content: NewEntry): void {
    this.#create(root, id, content)
    const entry = this.entry(root, id) as Y.Map<unknown>
    this.#record({ type: 'remove', root, id, expected: entryJsonOf(entry) })
    this.#created.add(`${root}/${id}`)
  }

  remove(root: BoardRoot, id: string): void {
    const entry = this.entry(root, id)
    if (!entry) return
    const content = entryJsonOf(entry)
    this.#board.roots[root].delete(id)
    this.#touched(root, id)
    this.#record({ type: 'create', root, id, entry: content })
  }

  /** Make the inverse depend on a text being as the operation left it. */
  guard(root: BoardRoot, id: string, key: string, expected: string): void {
    this.#recorded.push({ type: 'guard', root, id, key, expected })
  }

  #create(root: BoardRoot, id: string, content: NewEntry): void {
    const entry = new Y.Map<unknown>()
    for (const [key, value] of Object.entries(content.values)) {
      if (value !== null || (root === 'items' && PLACE_KEYS.includes(key))) entry.set(key, value)
    }
    for (const [key, text] of Object.entries(content.texts ?? {})) entry.set(key, new Y.Text(text))
    for (const [key, text] of Object.entries(content.richTexts ?? {})) entry.set(key, fragmentOf(text))
    this.#board.roots[root].set(id, entry)
    this.#touched(root, id)
  }

  #touched(root: BoardRoot, id: string): void {
    this.hasWritten = true
    this.#board.cache.touch(root, id)
  }

  #record(change: Change): void {
    if (this.#created.has(`${change.root}/${change.id}`)) return
    if (change.type === 'set') {
      const target = `${change.root}/${change.id}/${change.key}`
      const index = this.#indexes.get(target)
      const earlier = index === undefined ? undefined : this.#recorded[index]
      if (index !== undefined && earlier?.type === 'set') {
        this.#recorded[index] = { ...earlier, expected: change.expected }
        return
      }
      this.#indexes.set(target, this.#recorded.length)
    }
    this.#recorded.push(change)
  }
}

/** An entry as JSON; what is not ours is left out. */
export function entryJsonOf(entry: Y.Map<unknown>): EntryJson {
  const values: Record<string, Json> = {}
  const texts: Record<string, string> = {}
  const richTexts: Record<string, RichText> = {}
  for (const [key, value] of [...entry.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (value instanceof Y.XmlFragment) richTexts[key] = readFragment(value).text
    else if (value instanceof Y.Text) texts[key] = plainOf(value)
    else if (!(value instanceof Y.AbstractType)) values[key] = value as Json
  }
  return { values, texts, richTexts }
}
