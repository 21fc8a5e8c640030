import * as Y from 'yjs'
import { BOARD_ROOTS, type BoardRoot } from '../roots.ts'
import { holdsOthersText, type Insertions } from './othersCharacters.ts'

/** Roots whose entries have a bin. */
const WITH_BIN: readonly BoardRoot[] = ['canvases', 'items', 'recommendations']

/** What happens to an entry that the edits have made. */
type Fate = 'bin' | 'keep' | 'remove'

/** The entries that taken-back edits have made, and what of them an undo may delete. */
export class WindowEntries {
  readonly insertions: Insertions
  readonly #ydoc: Y.Doc
  #known: ReadonlyMap<Y.Item, Fate> | null = null

  constructor(ydoc: Y.Doc, stack: Y.UndoManager['undoStack']) {
    this.#ydoc = ydoc
    this.insertions = stack[0]?.insertions ?? Y.createDeleteSet()
  }

  /** Decided when the undo begins to delete: what others have lost is on the board again by then. */
  get #fates(): ReadonlyMap<Y.Item, Fate> {
    if (this.#known) return this.#known
    const fates = new Map<Y.Item, Fate>()
    for (const root of BOARD_ROOTS) {
      for (const item of this.#ydoc.getMap(root)._map.values()) {
        if (!item.deleted && Y.isDeleted(this.insertions, item.id)) fates.set(item, this.#fateOf(root, item))
      }
    }
    this.#known = fates
    return fates
  }

  /** Whether an undo may delete what the edits wrote. */
  mayDelete(item: Y.Item): boolean {
    const path = pathOf(item)
    const entry = path[0] as Y.Item
    const fate = this.#fates.get(entry)
    if (fate === 'bin') return false
    // What an entry is made of stays with it; of its texts go the words.
    if (fate === 'keep' && !path.slice(0, -1).some((one) => one !== entry && isText(one))) return false
    return !holdsOthersText(item, this.insertions)
  }

  /** Let nothing return that would take the place of a text in which others have written. */
  protect(stack: Y.UndoManager['undoStack']): void {
    const [edits] = stack
    if (!edits) return
    const staying: Y.Item[] = []
    this.#ydoc.transact((transaction) => {
      Y.iterateDeletedStructs(transaction, edits.deletions, (item) => {
        if (!(item instanceof Y.Item) || item.parentSub === null) return
        const winner = (item.parent as Y.AbstractType<unknown>)._map.get(item.parentSub)
        if (winner && winner !== item && holdsOthersText(winner, this.insertions)) staying.push(item)
      })
    })
    for (const item of staying) {
      const deletions = edits.deletions.clients.get(item.id.client) ?? []
      edits.deletions.clients.set(
        item.id.client,
        deletions.flatMap(({ clock, len }) => without({ clock, len }, item)),
      )
    }
  }

  /** Put what was made into the bin. */
  bin(): void {
    for (const [item, fate] of this.#fates) {
      const entry = item.content instanceof Y.ContentType ? item.content.type : null
      if (fate === 'bin' && !item.deleted && entry instanceof Y.Map && entry.get('state') !== 'deleted')
        entry.set('state', 'deleted')
    }
  }

  #fateOf(root: BoardRoot, item: Y.Item): Fate {
    const isEntry = item.content instanceof Y.ContentType && item.content.type instanceof Y.Map
    if (!isEntry) return 'remove'
    if (holdsOthersText(item, this.insertions)) return 'keep'
    if (root === 'canvases' && this.#hasOthersNotes(item.parentSub)) return 'keep'
    return WITH_BIN.includes(root) ? 'bin' : 'remove'
  }

  /** Whether notes of others will be on a canvas once the edits are undone. */
  #hasOthersNotes(canvasId: string | null): boolean {
    return Array.from(this.#ydoc.getMap('items')._map.values()).some((item) => {
      const note = item.content instanceof Y.ContentType ? item.content.type : null
      if (item.deleted || !(note instanceof Y.Map)) return false
      if (Y.isDeleted(this.insertions, item.id) && !holdsOthersText(item, this.insertions)) return false
      return this.#valueBefore(note, 'canvasId') === canvasId && this.#valueBefore(note, 'state') !== 'deleted'
    })
  }

  /** What a key of an entry held before the edits, or holds now if somebody else has set it since. */
  #valueBefore(entry: Y.Map<unknown>, key: string): unknown {
    let item: Y.Item | null | undefined = entry._map.get(key)
    while (item && Y.isDeleted(this.insertions, item.id)) item = item.left
    return item?.content.getContent().at(-1)
  }
}

/** The entry that an item is part of, and every item on the way down to it. */
function pathOf(item: Y.Item): readonly Y.Item[] {
  const path: Y.Item[] = []
  for (let one: Y.Item | null = item; one; one = (one.parent as Y.AbstractType<unknown>)._item) path.unshift(one)
  return path
}

function isText(item: Y.Item): boolean {
  const type = item.content instanceof Y.ContentType ? item.content.type : null
  return type instanceof Y.XmlFragment || type instanceof Y.Text
}

interface Range {
  readonly clock: number
  readonly len: number
}

/** A range of clocks without the one of an item, in the form that Yjs keeps ranges in. */
function without({ clock, len }: Range, { id, length }: Y.Item): Range[] {
  const [end, itemEnd] = [clock + len, id.clock + length]
  if (itemEnd <= clock || id.clock >= end) return [{ clock, len }]
  return [
    { clock, len: id.clock - clock },
    { clock: itemEnd, len: end - itemEnd },
  ].filter((range) => range.len > 0)
}
