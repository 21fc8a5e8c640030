import {
  addItem,
  addRecommendation,
  binItem,
  clusterItem,
  linkItem,
  openBoard,
  readBoard,
  seedBoard,
  toggleReaction,
} from '@tafelrunde/schema'
import { newId, type SeatId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { anonymousContent } from './copyBoard.ts'

const anna = newId<SeatId>()

/** A board with a head, a note under it, one in the bin, and a recommendation that rests on all three. */
function aBoard() {
  const ydoc = new Y.Doc()
  seedBoard(ydoc, { canvases: [{ templateId: 'target-group', title: 'Gründung' }] })
  const board = openBoard(ydoc)
  const canvasId = readBoard(board).canvases[0]!.id
  const [head, under, binned] = ['Kopf', 'darunter', 'weg'].map(
    (text) => addItem(board, { place: { canvasId, fieldId: 'goals' }, text, author: anna })!.result,
  )
  clusterItem(board, under!, head!)
  toggleReaction(board, head!, anna)
  const recommendation = addRecommendation(board, { title: 'Tun', author: anna })!.result
  for (const id of [head, binned]) linkItem(board, recommendation, id!)
  binItem(board, binned!)
  return readBoard(board)
}

test('[RH4] a copy holds what is on the board, and nothing of its bin or of its authors', () => {
  const board = aBoard()
  const { canvases, recommendations } = anonymousContent(board)
  const [canvas] = canvases
  expect(canvas).toMatchObject({ id: board.canvases[0]!.id, title: 'Gründung', templateId: 'target-group' })
  const [head] = canvas?.items ?? []
  expect(canvas?.items).toMatchObject([{ fieldId: 'goals' }, { headId: head?.id }])
  expect(recommendations).toMatchObject([{ title: 'Tun', itemIds: [head?.id] }])
  const text = JSON.stringify(anonymousContent(board))
  for (const trace of [anna, 'weg', 'createdAt']) expect(text).not.toContain(trace)
  expect(JSON.stringify(board)).toContain(anna)
})
