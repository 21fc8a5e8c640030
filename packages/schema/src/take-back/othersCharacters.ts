import * as Y from 'yjs'
import { BOARD_ROOTS } from '../roots.ts'

/** What an undo manager keeps of the edits that it has followed. */
export type Insertions = Y.UndoManager['undoStack'][number]['insertions']

/** How many visible characters of a board were not written by the edits in `insertions`. */
export function othersCharacters(ydoc: Y.Doc, insertions: Insertions): number {
  let count = 0
  for (const root of BOARD_ROOTS) {
    for (const item of ydoc.getMap(root)._map.values()) count += charactersIn(item, insertions)
  }
  return count
}

/** Whether others have written text in an entry, a text or a part of one that is still there. */
export function holdsOthersText(item: Y.Item, insertions: Insertions): boolean {
  return charactersIn(item, insertions, { isEnough: true }) > 0
}

function charactersIn(root: Y.Item, insertions: Insertions, { isEnough = false } = {}): number {
  let count = 0
  const open = [root]
  for (let item = open.pop(); item; item = open.pop()) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentString) {
      for (let offset = 0; offset < item.length; offset++) {
        if (!Y.isDeleted(insertions, Y.createID(item.id.client, item.id.clock + offset))) count += 1
      }
    } else if (item.content instanceof Y.ContentType) {
      const { type } = item.content
      for (let part = type._start; part; part = part.right) open.push(part)
      open.push(...type._map.values())
    }
    if (isEnough && count > 0) return count
  }
  return count
}
