import { describe, expect, test } from 'vitest'
import { applyInverse } from '../applyInverse.ts'
import { readBoard } from '../Board.ts'
import { newId, type ItemId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import { aBoard, anItem, must } from '../testing/aBoard.ts'
import { connect, labelArrow } from './connect.ts'
import { draw } from './draw.ts'
import { erase } from './erase.ts'
import { moveSketch } from './moveSketch.ts'

describe('drawing', () => {
  test('[S1] an arrow sticks to the items that it connects', () => {
    const { board, canvasId } = aBoard()
    const from = anItem(board, canvasId, 'a')
    const id = must(connect(board, { itemId: from }, { point: { x: 3, y: 4 } }, 'führt zu')).result
    labelArrow(board, id, 'führt oft zu')
    moveSketch(board, id, { x: 10, y: 10 })
    expect(readBoard(board).sketch).toMatchObject([
      { id, type: 'arrow', from: { itemId: from }, to: { point: { x: 13, y: 14 } }, label: 'führt oft zu' },
    ])
    expect(connect(board, { itemId: newId<ItemId>() }, { itemId: from })).toBeNull()
  })

  test('[S2] strokes are drawn, moved, erased, and drawn again under the same id', () => {
    const { board } = aBoard()
    const id = must(draw(board, [0, 0, 10.06, 5], 'accent', 3)).result
    moveSketch(board, [id], { x: 1, y: 2 })
    const before = readBoard(board).sketch
    expect(before).toMatchObject([{ id, points: [1, 2, 11.1, 7], colour: 'accent', width: 3 }])
    const erased = must(erase(board, [id]))
    expect(readBoard(board).sketch).toEqual([])
    expect(erase(board, [id])).toBeNull()
    applyInverse(board, erased.inverse)
    expect(readBoard(board).sketch).toEqual(before)
  })

  test('[S2] a new stroke is taken back by removing it, unless somebody moved it', () => {
    const { board } = aBoard()
    const drawn = must(draw(board, [0, 0, 1, 1], 'ink', 2))
    const moved = must(moveSketch(board, drawn.result, { x: 5, y: 5 }))
    expect(applyInverse(board, drawn.inverse)).toEqual({ skipped: 'changed-since' })
    applyInverse(board, moved.inverse)
    applyInverse(board, drawn.inverse)
    expect(readBoard(board).sketch).toEqual([])
  })

  test('[S3] a stroke without an end and points that are none are refused', () => {
    const { board } = aBoard()
    const long = Array.from({ length: LIMITS.pointsPerStroke * 2 + 2 }, () => 0)
    expect(() => draw(board, long, 'ink', 2)).toThrow(expect.objectContaining({ code: 'sketch.tooLong' }))
    expect(draw(board, [1, 2, 3], 'ink', 2)).toBeNull()
    expect(draw(board, [Number.NaN, 2], 'ink', 2)).toBeNull()
  })
})
