import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { openBoard, readBoard } from './Board.ts'
import { boardFromJson } from './boardFromJson.ts'
import { boardToJson } from './boardToJson.ts'
import { LIMITS } from './limits.ts'
import { aBoard } from './testing/aBoard.ts'
import { OPERATIONS } from './testing/operations.ts'
import { seededRandom } from './testing/seededRandom.ts'

describe('board content as JSON', () => {
  test.each([1, 2, 3])('[B9] a board survives the way through JSON (seed %i)', (seed) => {
    const { board } = aBoard()
    const random = seededRandom(seed)
    for (let step = 0; step < 300; step++) random.pick(Object.values(OPERATIONS))(board, random)
    const json = boardToJson(board)
    const copy = openBoard(new Y.Doc())
    boardFromJson(copy, JSON.parse(JSON.stringify(json)) as typeof json)
    const again = boardToJson(copy)
    expect(readBoard(copy).skipped).toBe(0)
    expect(again).toEqual(json)
    expect(json.canvases.length).toBeGreaterThan(2)
  })

  test('[B9] fills a seeded board without canvases, but not one with content', () => {
    const { board } = aBoard()
    expect(() => boardFromJson(board, { canvases: [] })).toThrow('empty board')
  })

  test('[I3] content that is too long or too much is refused before anything is written', () => {
    const ydoc = new Y.Doc()
    const board = openBoard(ydoc)
    const canvas = { templateId: 'target-group', title: 'x' }
    const long = 'x'.repeat(LIMITS.itemCharactersHard + 1)
    const contents = [
      { canvases: [{ ...canvas, items: [{ fieldId: 'goals', text: long }] }] },
      { canvases: Array.from({ length: LIMITS.canvasesPerBoard + 1 }, () => canvas) },
      { canvases: [], recommendations: [{ title: long }] },
    ]
    for (const content of contents) expect(() => boardFromJson(board, content)).toThrow(/tooLong|tooMany/)
    expect(Y.encodeStateAsUpdate(ydoc)).toHaveLength(2)
  })
})
