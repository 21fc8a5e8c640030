import * as Y from 'yjs'
import { openBoard, type Board } from '../Board.ts'

/** One of several people on the same board. */
export interface Peer {
  readonly ydoc: Y.Doc
  readonly board: Board
}

/** Peers with the content of a document; `ids` fixes the client ids, which decide who wins. */
export function peersOf(ydoc: Y.Doc, ids: readonly number[]): Peer[] {
  const state = Y.encodeStateAsUpdate(ydoc)
  return ids.map((id) => {
    const copy = new Y.Doc()
    copy.clientID = id
    Y.applyUpdate(copy, state)
    return { ydoc: copy, board: openBoard(copy) }
  })
}

/** Exchange everything between all peers. */
export function syncAll(peers: readonly Peer[]): void {
  for (const from of peers) {
    for (const to of peers) {
      if (from !== to) Y.applyUpdate(to.ydoc, Y.encodeStateAsUpdate(from.ydoc, Y.encodeStateVector(to.ydoc)), 'remote')
    }
  }
}
