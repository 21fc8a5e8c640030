import type * as Y from 'yjs'
import type { BoardSnapshot } from './BoardSnapshot.ts'
import { BOARD_ROOTS, META_ROOT, type BoardRoot } from './roots.ts'
import { SnapshotCache } from './SnapshotCache.ts'
import type { YDocLike } from './YDocLike.ts'

declare const opaque: unique symbol

/** A group's board. Opaque: read it with `readBoard`, change it with the operations. */
export interface Board {
  readonly [opaque]: 'board'
}

/** What operations of this package see of a board. */
export interface BoardInternals {
  readonly ydoc: Y.Doc
  readonly roots: Readonly<Record<BoardRoot, Y.Map<unknown>>>
  readonly meta: Y.Map<unknown>
  readonly cache: SnapshotCache
}

const internals = new WeakMap<Board, BoardInternals>()
const boards = new WeakMap<Y.Doc, Board>()

/**
 * The board of a document. The same document gives the same board, so its snapshot is read only once. Opening writes
 * nothing.
 */
export function openBoard(document: YDocLike): Board {
  const ydoc = document as Y.Doc
  const known = boards.get(ydoc)
  if (known) return known
  const roots = Object.fromEntries(BOARD_ROOTS.map((root) => [root, ydoc.getMap(root)])) as BoardInternals['roots']
  const meta = ydoc.getMap(META_ROOT)
  const board = Object.freeze({}) as Board
  internals.set(board, { ydoc, roots, meta, cache: new SnapshotCache({ ydoc, roots, meta }) })
  boards.set(ydoc, board)
  return board
}

/** The inside of a board, for operations of this package. */
export function internalsOf(board: Board): BoardInternals {
  const found = internals.get(board)
  if (!found) throw new TypeError('not a board that openBoard gave')
  return found
}

/**
 * The board as plain frozen data. Only what changed since the last call is read again; unchanged entries, and
 * unchanged lists as a whole, are the same objects.
 */
export function readBoard(board: Board): BoardSnapshot {
  return internalsOf(board).cache.read()
}

/** Call `listener` after every transaction that touched the board; returns how to stop. */
export function observeBoard(board: Board, listener: () => void): () => void {
  return internalsOf(board).cache.observe(listener)
}
