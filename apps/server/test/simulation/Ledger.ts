import { readBoard, type Board } from '@tafelrunde/schema'
import type { Item } from '@tafelrunde/schema/plain'
import type * as Y from 'yjs'
import { decodeStateVector, encodeStateVector } from 'yjs'

const TOKEN = /\[p\d+-\d+\]/g

/** A text that somebody has typed, recognisable wherever it ends up. */
interface Typed {
  readonly person: string
  readonly itemId: string
}

/**
 * What must be true in the end, written down while it happens: which texts were typed and which were taken away again by
 * people, and what the server has acknowledged.
 */
export class Ledger {
  readonly typed = new Map<string, Typed>()
  readonly #removed = new Set<string>()
  /** Texts that an undo has brought back; two people who do that at once bring them back twice. */
  readonly #broughtBack = new Set<string>()
  /** Items that somebody has removed, or whose text somebody has replaced. */
  readonly #rewritten = new Set<string>()
  readonly #marked = new Set<string>()
  readonly #acknowledged = new Map<number, number>()
  readonly #tokens = new WeakMap<Item, readonly string[]>()
  #acknowledgements = 0
  #written = 0

  get acknowledgements(): number {
    return this.#acknowledgements
  }

  /** A token that nobody has typed yet. */
  newToken(person: string): string {
    this.#written += 1
    return `[p${person}-${this.#written}]`
  }

  /** Run a person's edit and write down which texts it has brought and taken away. */
  watch<T>(person: string, board: Board, edit: () => T): T {
    const before = this.#look(board)
    const result = edit()
    const after = this.#look(board)
    for (const [token, itemId] of after.tokens) {
      if (before.tokens.has(token)) continue
      if (this.typed.has(token)) this.#broughtBack.add(token)
      else this.typed.set(token, { person, itemId })
    }
    for (const token of before.tokens.keys()) if (!after.tokens.has(token)) this.#removed.add(token)
    for (const [id, item] of before.items) {
      const now = after.items.get(id)
      // What another person types into a paragraph at the moment in which it is rewritten goes with the paragraph.
      const isOnlyMore = now?.plainText.startsWith(item.plainText) === true && !this.#marked.has(id)
      if (now?.plainText !== item.plainText && !isOnlyMore) this.#rewritten.add(id)
    }
    return result
  }

  /** What has been typed since, for a log. */
  newest(since: number): string {
    return Array.from(this.typed.keys()).slice(since).join(' ')
  }

  /** A text got marks: a plain edit writes all of it anew, which loses and doubles what others do at the same time. */
  mark(itemId: string): void {
    this.#marked.add(itemId)
  }

  acknowledge(clocks: ReadonlyMap<number, number>): void {
    this.#acknowledgements += 1
    for (const [client, clock] of clocks) {
      this.#acknowledged.set(client, Math.max(clock, this.#acknowledged.get(client) ?? 0))
    }
  }

  /** @throws Error if the document lacks something that was acknowledged */
  assertHasAcknowledged(ydoc: Y.Doc, where: string): void {
    const clocks = decodeStateVector(encodeStateVector(ydoc))
    for (const [client, clock] of this.#acknowledged) {
      const has = clocks.get(client) ?? 0
      if (has < clock) throw new Error(`${where} has ${has} of ${clock} acknowledged edits of client ${client}`)
    }
  }

  /**
   * @param trays texts in the tray, by person
   * @returns how many of the texts are on the board
   * @throws Error if a text is lost or doubled
   */
  assertTextsKept(board: Board, trays: ReadonlyMap<string, readonly string[]>): number {
    const { tokens, doubled } = this.#look(board)
    const unexplained = doubled.filter(
      (token) => !this.#broughtBack.has(token) && !this.#marked.has(this.typed.get(token)?.itemId ?? ''),
    )
    if (unexplained.length > 0) throw new Error(`doubled on the board: ${unexplained.join(' ')}`)
    let onBoard = 0
    for (const [token, { person, itemId }] of this.typed) {
      if (tokens.has(token)) onBoard += 1
      else if (this.#removed.has(token) || this.#rewritten.has(itemId)) continue
      else if (trays.get(person)?.some((text) => text.includes(token))) continue
      else throw new Error(`${token} is neither on the board nor in the tray of ${person}`)
    }
    return onBoard
  }

  #look(board: Board): { tokens: Map<string, string>; items: Map<string, Item>; doubled: string[] } {
    const tokens = new Map<string, string>()
    const items = new Map<string, Item>()
    const doubled: string[] = []
    for (const item of readBoard(board).items) {
      items.set(item.id, item)
      for (const token of this.#tokensOf(item)) {
        if (tokens.has(token)) doubled.push(token)
        tokens.set(token, item.id)
      }
    }
    return { tokens, items, doubled }
  }

  #tokensOf(item: Item): readonly string[] {
    let tokens = this.#tokens.get(item)
    if (!tokens) {
      tokens = item.plainText.match(TOKEN) ?? []
      this.#tokens.set(item, tokens)
    }
    return tokens
  }
}
