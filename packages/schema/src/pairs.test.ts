import type * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { applyInverse } from './applyInverse.ts'
import { readBoard } from './Board.ts'
import type { Inverse } from './Inverse.ts'
import { addRecommendation } from './recommendation/addRecommendation.ts'
import { linkItem } from './recommendation/linkItems.ts'
import { addService } from './canvas/services.ts'
import { connect } from './sketch/connect.ts'
import { draw } from './sketch/draw.ts'
import { aBoard, anItem, must } from './testing/aBoard.ts'
import { expectConverged, expectSame } from './testing/expectSound.ts'
import { OPERATIONS } from './testing/operations.ts'
import { seededRandom } from './testing/seededRandom.ts'
import { peersOf, syncAll } from './testing/twoPeers.ts'

/** A small board on which every operation finds something, and often the same thing twice. */
function aFilledBoard(): Y.Doc {
  const { ydoc, board, canvasId } = aBoard()
  const first = anItem(board, canvasId, 'Anliegen')
  const second = anItem(board, null, 'Frei', 'free')
  const recommendation = must(addRecommendation(board, { title: 'Lotsen einsetzen' })).result
  linkItem(board, recommendation, first)
  addService(board, canvasId, { text: 'Gewerbeanmeldung' })
  connect(board, { itemId: first }, { itemId: second })
  draw(board, [0, 0, 5, 5], 'ink', 2)
  return ydoc
}

const start = aFilledBoard()
const names = Object.keys(OPERATIONS)

describe('every operation beside every other, at the same time', () => {
  test.each(names)('%s', (left) => {
    let applied = 0
    for (const right of names) {
      for (const ids of [
        [1, 2],
        [2, 1],
      ]) {
        const peers = peersOf(start, ids)
        const [a, b] = peers
        const inverses: (Inverse | undefined)[] = [
          OPERATIONS[left]?.(must(a).board, seededRandom(7))?.inverse,
          OPERATIONS[right]?.(must(b).board, seededRandom(7))?.inverse,
        ]
        applied += inverses.filter((inverse) => inverse !== undefined).length
        syncAll(peers)
        expectSame(readBoard(must(b).board), readBoard(must(a).board))
        for (const [index, inverse] of inverses.entries()) {
          if (inverse) applyInverse(must(peers[index]).board, JSON.parse(JSON.stringify(inverse)) as Inverse)
        }
        syncAll(peers)
        expectConverged(peers)
      }
    }
    expect(applied, 'the pairs did something').toBeGreaterThan(names.length)
  })
})

describe('every operation after every other', () => {
  test.each(names)('%s', (left) => {
    for (const right of names) {
      const peers = peersOf(start, [1])
      const { board } = must(peers[0])
      OPERATIONS[left]?.(board, seededRandom(3))
      OPERATIONS[right]?.(board, seededRandom(3))
      expectConverged(peers)
    }
  })
})
