import * as Y from 'yjs'
import { deepFreeze, isEqual } from './json.ts'

/** An entry parsed from the document; `value` null: too broken to show. */
export interface ParsedEntry<T> {
  readonly value: T | null
  readonly skipped: number
}

/** One entry that now reads differently. */
export interface EntryChange<T> {
  readonly id: string
  readonly before: T | null
  readonly after: T | null
}

const MISSING: ParsedEntry<never> = { value: null, skipped: 0 }
const BROKEN: ParsedEntry<never> = { value: null, skipped: 1 }

/** The parsed entries of one root, sorted, with only touched ones parsed again on `refresh`. */
export class EntryCollection<T extends { readonly id: string }> {
  list: readonly T[] = Object.freeze([])
  skipped = 0
  readonly #root: Y.Map<unknown>
  readonly #parse: (id: string, entry: Y.Map<unknown>) => ParsedEntry<T>
  readonly #parsed = new Map<string, ParsedEntry<T>>()
  readonly #touched = new Set<string>()

  constructor(root: Y.Map<unknown>, parse: (id: string, entry: Y.Map<unknown>) => ParsedEntry<T>) {
    this.#root = root
    this.#parse = parse
    for (const id of root.keys()) this.#touched.add(id)
  }

  touch(id: string): void {
    this.#touched.add(id)
  }

  get(id: string): T | null {
    return this.#parsed.get(id)?.value ?? null
  }

  /** Parse what was touched and bring the list up to date; returns what reads differently now. */
  refresh(compare: (a: T, b: T) => number, { isOrderStale = false } = {}): readonly EntryChange<T>[] {
    const changes: EntryChange<T>[] = []
    for (const id of this.#touched) {
      const before = this.#parsed.get(id) ?? MISSING
      const entry = this.#root.get(id)
      const after = entry === undefined ? MISSING : entry instanceof Y.Map ? this.#parse(id, entry) : BROKEN
      this.skipped += after.skipped - before.skipped
      const isSame = isEqual(before.value, after.value)
      if (after === MISSING) this.#parsed.delete(id)
      else this.#parsed.set(id, isSame ? { value: before.value, skipped: after.skipped } : deepFreeze(after))
      if (!isSame) changes.push({ id, before: before.value, after: after.value })
    }
    this.#touched.clear()
    if (isOrderStale || !this.#replaceInPlace(changes, compare)) this.#reorder(changes, compare, isOrderStale)
    return changes
  }

  /** The common case, a keystroke: entries that keep their places. False when one of them does not. */
  #replaceInPlace(changes: readonly EntryChange<T>[], compare: (a: T, b: T) => number): boolean {
    if (changes.length === 0) return true
    const next = [...this.list]
    for (const { before, after } of changes) {
      if (!before || !after || compare(before, after) !== 0) return false
      const index = firstNotBelow(next, { entry: before, from: 0, compare })
      if (next[index] !== before) return false
      next[index] = after
    }
    this.list = Object.freeze(next)
    return true
  }

  #reorder(changes: readonly EntryChange<T>[], compare: (a: T, b: T) => number, isOrderStale: boolean): void {
    const changed = new Set(changes.map((change) => change.id))
    const kept = this.list.filter((entry) => !changed.has(entry.id))
    const moved = changes.flatMap((change) => change.after ?? [])
    if (isOrderStale || moved.length > kept.length) {
      const next = [...kept, ...moved].toSorted(compare)
      const isSame = next.length === this.list.length && next.every((entry, index) => entry === this.list[index])
      if (!isSame) this.list = Object.freeze(next)
      return
    }
    const next: T[] = []
    let from = 0
    for (const entry of moved.toSorted(compare)) {
      const until = firstNotBelow(kept, { entry, from, compare })
      for (; from < until; from++) next.push(kept[from] as T)
      next.push(entry)
    }
    for (; from < kept.length; from++) next.push(kept[from] as T)
    this.list = Object.freeze(next)
  }
}

function firstNotBelow<T>(
  sorted: readonly T[],
  { entry, from, compare }: { entry: T; from: number; compare: (a: T, b: T) => number },
): number {
  let low = from
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(sorted[middle] as T, entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}
