import type * as Y from 'yjs'
import { describe, test } from 'vitest'
import { applyInverse } from './applyInverse.ts'
import { readBoard, type Board } from './Board.ts'
import { binCanvas } from './canvas/addCanvas.ts'
import { clusterItem } from './cluster/clusterItem.ts'
import { addService } from './canvas/services.ts'
import type { Inverse } from './Inverse.ts'
import { binItem } from './item/binItem.ts'
import { moveItem } from './item/moveItem.ts'
import { placeItem } from './item/placeItem.ts'
import { addRecommendation } from './recommendation/addRecommendation.ts'
import { binRecommendation } from './recommendation/binRecommendation.ts'
import { linkItem } from './recommendation/linkItems.ts'
import { connect } from './sketch/connect.ts'
import { draw } from './sketch/draw.ts'
import { aBoard, aCanvas, anItem, must } from './testing/aBoard.ts'
import { expectConverged, expectSame } from './testing/expectSound.ts'
import { OPERATIONS } from './testing/operations.ts'
import { seededRandom } from './testing/seededRandom.ts'
import { peersOf, syncAll } from './testing/twoPeers.ts'

/** A small board on which every operation finds something to do. */
function aFilledBoard(): Y.Doc {
  const { ydoc, board, canvasId } = aBoard()
  const first = anItem(board, canvasId, 'Anliegen')
  const second = anItem(board, null, 'Frei', 'free')
  placeItem(board, first, { x: 0.5, y: 0.5 })
  binItem(board, anItem(board, canvasId, 'Weg'))
  binCanvas(board, aCanvas(board, 'Zweiter'))
  for (const title of ['Lotsen einsetzen', 'Weg', 'Formular kürzen']) {
    const id = must(addRecommendation(board, { title })).result
    linkItem(board, id, first)
    if (title === 'Weg') binRecommendation(board, id)
  }
  addService(board, canvasId, { text: 'Gewerbeanmeldung' })
  connect(board, { itemId: first }, { point: { x: 1, y: 2 } })
  draw(board, [0, 0, 5, 5], 'ink', 2)
  clusterItem(board, anItem(board, canvasId, 'Darunter'), first)
  moveItem(board, second, { canvasId: null, fieldId: 'free', position: { x: 1, y: 1 } })
  return ydoc
}

const start = aFilledBoard()
const names = Object.keys(OPERATIONS)
const candidates = Array.from({ length: 24 }, (_, seed) => seed)
const seedsOf = new Map(names.map((name) => [name, candidates.filter((seed) => isActing(name, seed))]))

function isActing(name: string, seed: number): boolean {
  const [peer] = peersOf(start, [1])
  return Boolean(OPERATIONS[name]?.(must(peer).board, seededRandom(seed)))
}

/** Seeds with which both operations act, on the same things where that is possible: a seed decides what is picked. */
function seedsFor(left: string, right: string): readonly [number, number] {
  const [lefts, rights] = [must(seedsOf.get(left)), must(seedsOf.get(right))]
  const shared = lefts.find((seed) => rights.includes(seed))
  return [shared ?? must(lefts[0]), shared ?? must(rights[0])]
}

// The peer with the larger client id wins a tie, and every pair comes up twice: once with either side winning.
describe('every operation beside every other, at the same time', () => {
  test.each(names)('%s', (left) => {
    for (const right of names) {
      const peers = peersOf(start, [1, 2])
      const [a, b] = peers.map((peer) => peer.board) as [Board, Board]
      const [leftSeed, rightSeed] = seedsFor(left, right)
      const inverses = [
        must(OPERATIONS[left]?.(a, seededRandom(leftSeed))).inverse,
        must(OPERATIONS[right]?.(b, seededRandom(rightSeed))).inverse,
      ]
      syncAll(peers)
      expectSame(readBoard(b), readBoard(a))
      for (const [index, inverse] of inverses.entries()) {
        applyInverse([a, b][index] as Board, JSON.parse(JSON.stringify(inverse)) as Inverse)
      }
      syncAll(peers)
      expectConverged(peers)
    }
  })
})

describe('every operation after every other', () => {
  test.each(names)('%s', (left) => {
    for (const right of names) {
      const peers = peersOf(start, [1])
      const { board } = must(peers[0])
      const [leftSeed, rightSeed] = seedsFor(left, right)
      must(OPERATIONS[left]?.(board, seededRandom(leftSeed)))
      OPERATIONS[right]?.(board, seededRandom(rightSeed))
      expectConverged(peers)
    }
  })
})
