import * as Y from 'yjs'
import { expect } from 'vitest'
import { readBoard } from '../Board.ts'
import type { BoardSnapshot } from '../BoardSnapshot.ts'
import { openBoard } from '../Board.ts'
import { isEqual } from '../json.ts'
import type { Peer } from './twoPeers.ts'

/** Everything that must be true of a board at any time, whatever people did to it. */
export function expectSound(peer: Peer): BoardSnapshot {
  const snapshot = readBoard(peer.board)
  expect(snapshot.skipped).toBe(0)
  const ids = snapshot.items.map((item) => item.id)
  expect(new Set(ids).size).toBe(ids.length)
  const canvases = new Set(snapshot.canvases.map((canvas) => canvas.id))
  for (const item of snapshot.items) expect(item.canvasId === null || canvases.has(item.canvasId)).toBe(true)
  // The snapshot kept up to date by events equals one read from scratch.
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(peer.ydoc))
  expectSame(readBoard(openBoard(fresh)), snapshot)
  return snapshot
}

/** All peers show the same board, and it is sound. */
export function expectConverged(peers: readonly Peer[]): void {
  const [first, ...others] = peers
  if (!first) return
  const snapshot = expectSound(first)
  for (const other of others) expectSame(readBoard(other.board), snapshot)
}

/** As `toEqual`, but quick where they are equal, which is nearly always and thousands of times. */
export function expectSame(actual: BoardSnapshot, expected: BoardSnapshot): void {
  if (!isEqual(actual, expected)) expect(actual).toEqual(expected)
}
