import * as Y from 'yjs'
import { openBoard, type Board } from '../Board.ts'
import type { EditHistory } from '../take-back/takeBackEdits.ts'
import type { Peer } from './twoPeers.ts'

/** A row as a journal keeps it. */
export interface Row {
  readonly by: number
  readonly bytes: Uint8Array
  readonly at: number
}

/** A board with several people on it, and a journal of everything that reached the one document that all share. */
export class JournaledBoard {
  readonly rows: Row[] = []
  readonly live = new Y.Doc()
  readonly board: Board
  readonly peers: readonly Peer[]
  readonly #before: Uint8Array
  readonly #unsent = new Map<Peer, Uint8Array[]>()

  constructor(beginning: Y.Doc, ids: readonly number[]) {
    this.#before = Y.encodeStateAsUpdate(beginning)
    Y.applyUpdate(this.live, this.#before)
    this.board = openBoard(this.live)
    this.peers = ids.map((id) => {
      const ydoc = new Y.Doc()
      ydoc.clientID = id
      Y.applyUpdate(ydoc, this.#before)
      const peer = { ydoc, board: openBoard(ydoc) }
      this.#unsent.set(peer, [])
      ydoc.on('update', (bytes: Uint8Array, origin: unknown) => {
        if (origin !== 'remote') this.#unsent.get(peer)?.push(bytes)
      })
      return peer
    })
  }

  /** What the peer has written reaches the journal and the shared document. */
  send(peer: Peer): void {
    for (const bytes of this.#unsent.get(peer)?.splice(0) ?? []) {
      this.rows.push({ by: this.peers.indexOf(peer), bytes, at: this.rows.length })
      Y.applyUpdate(this.live, bytes, 'remote')
    }
  }

  /** The peer hears what the shared document has. */
  receive(peer: Peer): void {
    Y.applyUpdate(peer.ydoc, Y.encodeStateAsUpdate(this.live, Y.encodeStateVector(peer.ydoc)), 'remote')
  }

  /** Everybody has everything. */
  settle(): void {
    for (const peer of this.peers) this.send(peer)
    for (const peer of this.peers) this.receive(peer)
  }

  /** An edit of the server: on a copy, journaled, then applied. */
  edit<T>(change: (copy: Y.Doc) => T): T {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.live))
    copy.clientID = 9_000_001
    const updates: Uint8Array[] = []
    copy.on('update', (bytes: Uint8Array) => updates.push(bytes))
    const result = change(copy)
    for (const bytes of updates) {
      this.rows.push({ by: -1, bytes, at: this.rows.length })
      Y.applyUpdate(this.live, bytes, 'remote')
    }
    return result
  }

  history(isTakenBack: (row: Row) => boolean): EditHistory {
    return {
      before: [this.#before],
      edits: this.rows.map((row) => ({ bytes: row.bytes, isTakenBack: isTakenBack(row) })),
    }
  }

  /** The board as the journal alone tells it. */
  replayed(): Board {
    const ydoc = new Y.Doc()
    for (const bytes of [this.#before, ...this.rows.map((row) => row.bytes)]) Y.applyUpdate(ydoc, bytes)
    return openBoard(ydoc)
  }
}
