import { openBoard, plainTextOf, readBoard } from '@tafelrunde/schema'
import * as Y from 'yjs'

/** A text that a device has and the server has not. */
export interface UnsentText {
  readonly itemId: string
  readonly fieldId: string | null
  readonly text: string
}

/**
 * Texts of a local board that hold something which the server's state lacks: the items and recommendations in which a
 * struct lies that the server does not have. Without the server's state a state vector of what it has will do.
 */
export function unsentTexts(local: Y.Doc, server: Y.Doc | Uint8Array): readonly UnsentText[] {
  const there = server instanceof Y.Doc ? Y.encodeStateVector(server) : server
  const missing = Y.decodeUpdate(Y.encodeStateAsUpdate(local, there))
  const touched = new Set<string>()
  for (const struct of missing.structs) {
    const entry = entryOf(local, struct.id)
    if (entry !== null) touched.add(entry)
  }
  const board = readBoard(openBoard(local))
  const items = board.items
    .filter((item) => touched.has(item.id))
    .map((item) => ({ itemId: item.id, fieldId: item.fieldId, text: item.plainText }))
  const recommendations = board.recommendations
    .filter((recommendation) => touched.has(recommendation.id))
    .map(({ id, title, description }) => ({ itemId: id, fieldId: null, text: `${title}\n${plainTextOf(description)}` }))
  return [...items, ...recommendations].filter(({ text }) => text.trim() !== '')
}

function entryOf(ydoc: Y.Doc, id: Y.ID): string | null {
  const structs = ydoc.store.clients.get(id.client)
  const found = structs?.[Y.findIndexSS(structs, id.clock)]
  let item = found instanceof Y.Item ? found : null
  while (item) {
    const parent: unknown = item.parent
    if (!(parent instanceof Y.AbstractType)) return null
    if (parent._item === null) return item.parentSub
    item = parent._item
  }
  return null
}
