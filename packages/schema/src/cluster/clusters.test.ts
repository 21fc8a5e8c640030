import { describe, expect, test } from 'vitest'
import { applyInverse } from '../applyInverse.ts'
import { openBoard, readBoard, type Board } from '../Board.ts'
import { boardFromJson } from '../boardFromJson.ts'
import { boardToJson } from '../boardToJson.ts'
import { newId, type ItemId } from '../ids.ts'
import { binItem, restoreItem } from '../item/binItem.ts'
import { moveItem } from '../item/moveItem.ts'
import { aBoard, anItem, must } from '../testing/aBoard.ts'
import { expectConverged } from '../testing/expectSound.ts'
import { peersOf, syncAll } from '../testing/twoPeers.ts'
import * as Y from 'yjs'
import { clusterItem, unclusterItem } from './clusterItem.ts'
import { clustersOf } from './clustersOf.ts'

/** The board's active notes in order, members with their head's words in front. */
function shown(board: Board): string[] {
  const { items } = readBoard(board)
  const { headOf } = clustersOf(items)
  const textOf = (id: ItemId | undefined): string => items.find((item) => item.id === id)?.plainText ?? ''
  return items
    .filter((item) => item.state === 'active')
    .map((item) => (headOf.has(item.id) ? `${textOf(headOf.get(item.id))}/${item.plainText}` : item.plainText))
}

function aClusteredBoard() {
  const { ydoc, board, canvasId } = aBoard()
  const add = (text: string): ItemId => anItem(board, canvasId, text)
  const ids = { a: add('A'), b: add('B'), c: add('C'), d: add('D') }
  return { ydoc, board, canvasId, ...ids }
}

describe('clusters', () => {
  test('[C1] a note goes under a head, in its field, behind the members that are there', () => {
    const { board, canvasId, a, c, d } = aClusteredBoard()
    const other = anItem(board, canvasId, 'E', 'barriers')
    for (const id of [d, c, other]) expect(must(clusterItem(board, id, a)).result).toBe(a)
    expect(shown(board)).toEqual(['A', 'A/D', 'A/C', 'A/E', 'B'])
    expect(clusterItem(board, d, a)).toBeNull()
  })

  test('[C1] there is one level: a head that goes under another takes its members along', () => {
    const { board, a, b, c, d } = aClusteredBoard()
    clusterItem(board, b, a)
    clusterItem(board, d, c)
    expect(must(clusterItem(board, c, b)).result, 'a member stands for its head').toBe(a)
    expect(shown(board)).toEqual(['A', 'A/B', 'A/C', 'A/D'])
  })

  test('[C2] a head that moves keeps its members; a member that moves comes out', () => {
    const { board, canvasId, a, b, c } = aClusteredBoard()
    clusterItem(board, b, a)
    clusterItem(board, c, a)
    moveItem(board, a, { canvasId, fieldId: 'barriers' })
    expect(shown(board)).toEqual(['D', 'A', 'A/B', 'A/C'])
    moveItem(board, b, { canvasId, fieldId: 'barriers', after: null })
    expect(shown(board)).toEqual(['D', 'B', 'A', 'A/C'])
    moveItem(board, a, { canvasId: null, fieldId: 'free', position: { x: 10, y: 20 } })
    expect(shown(board)).toEqual(['D', 'B', 'A', 'A/C'])
    expect(readBoard(board).items.at(-1)?.position).toEqual({ x: 34, y: 60 })
  })

  test('[C3] whose head goes into the bin stands for itself, and lies under it again when it comes back', () => {
    const { board, a, b } = aClusteredBoard()
    clusterItem(board, b, a)
    binItem(board, a)
    expect(shown(board)).toEqual(['B', 'C', 'D'])
    restoreItem(board, a)
    expect(shown(board)).toEqual(['A', 'A/B', 'C', 'D'])
  })

  test('[C3] what two people cannot both have leaves every note in sight', () => {
    const { ydoc, a, b, c } = aClusteredBoard()
    const peers = peersOf(ydoc, [1, 2])
    const [one, two] = peers.map((peer) => peer.board) as [Board, Board]
    clusterItem(one, b, a)
    clusterItem(two, a, b)
    clusterItem(one, c, b)
    syncAll(peers)
    expectConverged(peers)
    const { items } = readBoard(one)
    const { headOf, membersOf } = clustersOf(items)
    for (const [member, head] of headOf) expect(headOf.has(head), `${member} lies under a head`).toBe(false)
    expect(headOf.size).toBe([...membersOf.values()].flat().length)
    expect(shown(one)).toHaveLength(4)
    must(clusterItem(one, c, a))
    expect(clustersOf(readBoard(one).items).headOf.get(c)).toBe(a)
  })

  test('[C3] of a move and a cluster at the same time one stands as a whole', () => {
    const { ydoc, canvasId, a, b } = aClusteredBoard()
    const peers = peersOf(ydoc, [1, 2])
    const [one, two] = peers.map((peer) => peer.board) as [Board, Board]
    clusterItem(one, b, a)
    moveItem(two, b, { canvasId, fieldId: 'barriers' })
    syncAll(peers)
    expectConverged(peers)
    const item = must(readBoard(one).items.find(({ id }) => id === b))
    expect([
      ['goals', a],
      ['barriers', null],
    ]).toContainEqual([item.fieldId, item.headId])
  })

  test('[C4] taking out, undo and redo give back what was there', () => {
    const { board, a, b, c } = aClusteredBoard()
    const before = shown(board)
    const { inverse } = must(clusterItem(board, c, a))
    const clustered = shown(board)
    const undone = applyInverse(board, inverse)
    expect(shown(board)).toEqual(before)
    if ('skipped' in undone) throw new Error(undone.skipped)
    applyInverse(board, undone.inverse)
    expect(shown(board)).toEqual(clustered)
    must(unclusterItem(board, c))
    expect(shown(board)).toEqual(['A', 'C', 'B', 'D'])
    expect(unclusterItem(board, c)).toBeNull()
    expect(clusterItem(board, b, newId<ItemId>())).toBeNull()
    expect(clusterItem(board, b, b)).toBeNull()
  })

  test('[C4] clusters survive the way through JSON', () => {
    const { board, a, b } = aClusteredBoard()
    clusterItem(board, b, a)
    const copy = openBoard(new Y.Doc())
    boardFromJson(copy, boardToJson(board))
    expect(shown(copy)).toEqual(shown(board))
  })
})
