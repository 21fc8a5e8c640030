import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { readBoard, type Board } from '../Board.ts'
import { addCanvas } from '../canvas/addCanvas.ts'
import type { CanvasId, ItemId } from '../ids.ts'
import { binItem } from '../item/binItem.ts'
import { editItemText } from '../item/itemText.ts'
import { moveItem } from '../item/moveItem.ts'
import { setItemEvidence } from '../item/setItem.ts'
import { addRecommendation } from '../recommendation/addRecommendation.ts'
import { editRecommendationText } from '../recommendation/editRecommendation.ts'
import { connect, labelArrow } from '../sketch/connect.ts'
import { draw } from '../sketch/draw.ts'
import { erase } from '../sketch/erase.ts'
import { aBoard, anItem, must } from '../testing/aBoard.ts'
import { expectSame } from '../testing/expectSound.ts'
import { JournaledBoard } from '../testing/JournaledBoard.ts'
import type { Peer } from '../testing/twoPeers.ts'
import { itemFragment } from '../transport.ts'
import { takeBackEdits, TakeBackRefused } from './takeBackEdits.ts'

interface Scene {
  readonly journaled: JournaledBoard
  readonly anna: Peer
  readonly ben: Peer
  readonly canvasId: CanvasId
  /** A note of Ben's from before. */
  readonly note: ItemId
}

function aScene(): Scene {
  const { ydoc, board, canvasId } = aBoard()
  const note = anItem(board, canvasId, 'Rathaus')
  const journaled = new JournaledBoard(ydoc, [101, 102])
  const [anna, ben] = journaled.peers as [Peer, Peer]
  return { journaled, anna, ben, canvasId, note }
}

const takeBackAnna = ({ journaled }: Scene) =>
  journaled.edit((copy) =>
    takeBackEdits(
      copy,
      journaled.history((row) => row.by === 0),
    ),
  )

const textOf = (board: Board, id: ItemId) => readBoard(board).items.find((item) => item.id === id)?.plainText
const stateOf = (board: Board, id: ItemId) => readBoard(board).items.find((item) => item.id === id)?.state

/** Type into the first paragraph of a note, as a bound editor does. */
function type(peer: Peer, id: ItemId, at: number, text: string): void {
  const paragraph = itemFragment(peer.board, id)?.toArray()[0] as Y.XmlElement
  const line = paragraph.toArray()[0] as Y.XmlText
  line.insert(at, text)
}

describe('taking edits back', () => {
  test('[K1] typed text disappears, deleted text and overwritten values return', () => {
    const scene = aScene()
    const before = readBoard(scene.journaled.board)
    editItemText(scene.anna.board, scene.note, 'Ratskeller am Markt')
    setItemEvidence(scene.anna.board, scene.note, 'proven')
    moveItem(scene.anna.board, scene.note, { canvasId: scene.canvasId, fieldId: 'pains' })
    scene.journaled.settle()
    expect(takeBackAnna(scene)).toEqual({ removed: 0, restored: 0, changed: 1 })
    expectSame(readBoard(scene.journaled.board), before)
  })

  test('[K1] binned notes and erased strokes come back', () => {
    const scene = aScene()
    const stroke = must(draw(scene.ben.board, [0, 0, 5, 5], 'ink', 2)).result
    scene.journaled.settle()
    const before = readBoard(scene.journaled.board)
    binItem(scene.anna.board, scene.note)
    erase(scene.anna.board, stroke)
    scene.journaled.settle()
    expect(takeBackAnna(scene)).toEqual({ removed: 0, restored: 2, changed: 0 })
    expectSame(readBoard(scene.journaled.board), before)
  })

  test('[K2] what others typed into the same note stays', () => {
    const scene = aScene()
    type(scene.anna, scene.note, 0, 'Altes ')
    scene.journaled.settle()
    type(scene.ben, scene.note, 13, ' öffnet')
    scene.journaled.settle()
    type(scene.anna, scene.note, 20, ' nie')
    scene.journaled.settle()
    expect(textOf(scene.journaled.board, scene.note)).toBe('Altes Rathaus öffnet nie')
    takeBackAnna(scene)
    expect(textOf(scene.journaled.board, scene.note)).toBe('Rathaus öffnet')
  })

  test('[K2] a value that somebody has set since stays', () => {
    const scene = aScene()
    setItemEvidence(scene.anna.board, scene.note, 'proven')
    scene.journaled.settle()
    setItemEvidence(scene.ben.board, scene.note, 'plausible')
    scene.journaled.settle()
    takeBackAnna(scene)
    expect(readBoard(scene.journaled.board).items[0]?.evidence).toBe('plausible')
  })

  test('[K2] a value that lost against the edits, set at the same time, stands when they are gone', () => {
    const scene = aScene()
    const { anna, ben, journaled, canvasId, note } = scene
    moveItem(anna.board, note, { canvasId, fieldId: 'pains' })
    moveItem(ben.board, note, { canvasId, fieldId: 'needs' })
    journaled.settle()
    const winner = readBoard(journaled.board).items[0]?.fieldId
    journaled.edit((copy) =>
      takeBackEdits(
        copy,
        journaled.history((row) => row.by === (winner === 'pains' ? 0 : 1)),
      ),
    )
    expect(readBoard(journaled.board).items[0]).toMatchObject({ fieldId: winner === 'pains' ? 'needs' : 'pains' })
  })

  test('[K2] a text that came into the place of another one stays when others have written in it', () => {
    const scene = aScene()
    const id = must(addRecommendation(scene.ben.board, { title: 'Titel' })).result
    scene.journaled.settle()
    // As no operation does it: a whole new text in the place of the old one.
    scene.anna.ydoc.getMap<Y.Map<unknown>>('recommendations').get(id)?.set('title', new Y.Text('Neu'))
    scene.journaled.settle()
    editRecommendationText(scene.ben.board, id, 'title', 'Neu von Ben')
    scene.journaled.settle()
    takeBackAnna(scene)
    expect(readBoard(scene.journaled.board).recommendations[0]?.title.trim()).toBe('von Ben')
  })

  test('[K3] new notes, recommendations and canvases lie in the bin as they were', () => {
    const scene = aScene()
    const note = anItem(scene.anna.board, scene.canvasId, 'Quatsch')
    const recommendation = must(addRecommendation(scene.anna.board, { title: 'Unfug' })).result
    const canvas = must(addCanvas(scene.anna.board, { templateId: 'target-group', title: 'Niemand' })).result
    scene.journaled.settle()
    expect(takeBackAnna(scene)).toEqual({ removed: 3, restored: 0, changed: 0 })
    const board = readBoard(scene.journaled.board)
    expect(board.items.find(({ id }) => id === note)).toMatchObject({ state: 'deleted', plainText: 'Quatsch' })
    expect(board.recommendations.find(({ id }) => id === recommendation)).toMatchObject({
      state: 'deleted',
      title: 'Unfug',
    })
    expect(board.canvases.find(({ id }) => id === canvas)).toMatchObject({ state: 'deleted', title: 'Niemand' })
  })

  test('[K3] a new note in which somebody else has written stays, with the words of the others', () => {
    const scene = aScene()
    const note = anItem(scene.anna.board, scene.canvasId, 'Quatsch')
    scene.journaled.settle()
    type(scene.ben, note, 7, ' mit Sahne')
    scene.journaled.settle()
    expect(takeBackAnna(scene)).toEqual({ removed: 0, restored: 0, changed: 1 })
    expect([stateOf(scene.journaled.board, note), textOf(scene.journaled.board, note)?.trim()]).toEqual([
      'active',
      'mit Sahne',
    ])
    expect(readBoard(scene.journaled.board).items.find(({ id }) => id === note)).toMatchObject({ fieldId: 'goals' })
  })

  test('[K3] a new canvas with notes of others stays on the board', () => {
    const scene = aScene()
    const canvas = must(addCanvas(scene.anna.board, { templateId: 'target-group', title: 'Neu' })).result
    scene.journaled.settle()
    const note = anItem(scene.ben.board, canvas, 'Bens Zettel')
    scene.journaled.settle()
    takeBackAnna(scene)
    const board = readBoard(scene.journaled.board)
    expect(board.canvases.find(({ id }) => id === canvas)?.state).toBe('active')
    expect(board.items.find(({ id }) => id === note)).toMatchObject({ state: 'active', canvasId: canvas })
  })

  test('[K4] a history that does not lead to the board is refused, and nothing is changed', () => {
    const scene = aScene()
    editItemText(scene.anna.board, scene.note, 'Ratskeller')
    scene.journaled.settle()
    const { before, edits } = scene.journaled.history(() => true)
    const state = Y.encodeStateAsUpdate(scene.journaled.live)
    const ahead = new Y.Doc()
    Y.applyUpdate(ahead, state)
    ahead.getMap('items').set('x', 'not yet applied')
    const history = { before, edits: [...edits, { bytes: Y.encodeStateAsUpdate(ahead), isTakenBack: false }] }
    expect(() => scene.journaled.edit((copy) => takeBackEdits(copy, history))).toThrow(TakeBackRefused)
    expect(Y.encodeStateAsUpdate(scene.journaled.live)).toEqual(state)
  })

  test('[K4] what stood in something that is gone for good since stays gone', () => {
    const scene = aScene()
    const { anna, ben, journaled, note } = scene
    const other = anItem(ben.board, scene.canvasId, 'Bürgeramt')
    const arrow = must(connect(ben.board, { itemId: note }, { itemId: other }, 'führt zu')).result
    journaled.settle()
    labelArrow(anna.board, arrow, '')
    editItemText(anna.board, note, 'Ratskeller')
    journaled.settle()
    erase(ben.board, arrow)
    journaled.settle()
    expect(takeBackAnna(scene)).toEqual({ removed: 0, restored: 0, changed: 1 })
    expect(readBoard(journaled.board).sketch).toEqual([])
  })

  test('[K4] nothing is written when the edits have left nothing', () => {
    const scene = aScene()
    const counts = takeBackAnna(scene)
    expect([counts, scene.journaled.rows]).toEqual([{ removed: 0, restored: 0, changed: 0 }, []])
  })

  test('[K5] a taking back can be taken back: the board is as it was before', () => {
    const scene = aScene()
    const stroke = must(draw(scene.ben.board, [0, 0, 5, 5], 'ink', 2)).result
    scene.journaled.settle()
    editItemText(scene.anna.board, scene.note, 'Ratskeller am Markt')
    anItem(scene.anna.board, scene.canvasId, 'Neu')
    erase(scene.anna.board, stroke)
    draw(scene.anna.board, [1, 1, 2, 2], 'ink', 2)
    scene.journaled.settle()
    const before = readBoard(scene.journaled.board)
    takeBackAnna(scene)
    const row = scene.journaled.rows.at(-1)
    scene.journaled.edit((copy) =>
      takeBackEdits(
        copy,
        scene.journaled.history((one) => one === row),
      ),
    )
    expectSame(readBoard(scene.journaled.board), before)
  })

  test('[K6] everybody gets it like any other edit, and works on', () => {
    const scene = aScene()
    editItemText(scene.anna.board, scene.note, 'Ratskeller')
    scene.journaled.settle()
    type(scene.ben, scene.note, 0, 'x')
    takeBackAnna(scene)
    scene.journaled.settle()
    for (const { board } of [scene.anna, scene.ben]) {
      expectSame(readBoard(board), readBoard(scene.journaled.board))
      expect(textOf(board, scene.note)).toContain('x')
    }
    expectSame(readBoard(scene.journaled.replayed()), readBoard(scene.journaled.board))
  })
})
