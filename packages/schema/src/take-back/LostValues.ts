import * as Y from 'yjs'
import type { Insertions } from './othersCharacters.ts'

/**
 * Values of others that never stood, because edits that are taken back had won against them at the same time.
 *
 * Yjs forgets them as soon as they arrive; once the winner is undone, they are what stands there.
 */
export class LostValues {
  readonly #ids: Y.ID[] = []

  /** Look at the transaction that an update of others has made. */
  follow({ deleteSet, beforeState }: Y.Transaction, update: Uint8Array): void {
    const { ds } = Y.decodeUpdate(update)
    for (const [client, deletions] of deleteSet.clients) {
      for (const { clock, len } of deletions) {
        const from = Math.max(clock, beforeState.get(client) ?? 0)
        for (let at = from; at < clock + len; at++) {
          const id = Y.createID(client, at)
          if (!Y.isDeleted(ds, id)) this.#ids.push(id)
        }
      }
    }
  }

  /** Put those back whose winner was undone and whose place is empty now. */
  restore(ydoc: Y.Doc, insertions: Insertions): void {
    for (const id of this.#ids) {
      const item = Y.getItem(ydoc.store, id)
      if (!(item instanceof Y.Item) || item.parentSub === null || !(item.content instanceof Y.ContentAny)) continue
      const entry = redoneParent(ydoc, item)
      if (!entry || entry.has(item.parentSub) || !isLastOfOthers(item, insertions)) continue
      const value: unknown = item.content.getContent()[id.clock - item.id.clock]
      entry.set(item.parentSub, value)
    }
  }
}

/** Whether nothing but what is undone has come after it. */
function isLastOfOthers(item: Y.Item, insertions: Insertions): boolean {
  for (let next = item.right; next; next = next.right) if (!Y.isDeleted(insertions, next.id)) return false
  return true
}

/** The map that an item was written into, or the one that an undo has made in its place. */
function redoneParent(ydoc: Y.Doc, item: Y.Item): Y.Map<unknown> | null {
  let type = item.parent as Y.AbstractType<unknown>
  for (let holder = type._item; holder?.deleted; holder = type._item) {
    const redone = holder.redone ? Y.getItem(ydoc.store, holder.redone) : null
    if (!(redone instanceof Y.Item) || !(redone.content instanceof Y.ContentType)) return null
    type = redone.content.type
  }
  return type instanceof Y.Map ? type : null
}
