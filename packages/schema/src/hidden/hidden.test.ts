import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoard, readBoard, type Board } from '../Board.ts'
import { binItem } from '../item/binItem.ts'
import { editItemText } from '../item/itemText.ts'
import { FREE_FIELD, newId, type CanvasId, type GroupId, type SeatId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import { applyInverse } from '../applyInverse.ts'
import { aBoard, anItem, must } from '../testing/aBoard.ts'
import { emptyShownNotes } from './emptyShownNotes.ts'
import { addHiddenNotes, placeHiddenNote, readHiddenNotes } from './hiddenNotes.ts'
import { actsOf, showNotes, type ShownNote } from './showNotes.ts'

const groupId = newId<GroupId>()
const anna = newId<SeatId>()
const ACT = newId<string>()

function aPrivateDocument(lines: readonly string[], canvasId: CanvasId | null, fieldId = 'goals') {
  const ydoc = new Y.Doc()
  const board = openBoard(ydoc)
  const ids = must(addHiddenNotes(board, { groupId, canvasId, fieldId }, lines)).result
  return { ydoc, board, ids }
}

const shownOf = (board: Board, author: SeatId | null = null): ShownNote[] =>
  readHiddenNotes(board).map(({ id, canvasId, fieldId, text }) => ({
    id,
    place: { canvasId, fieldId },
    text,
    author,
    createdAt: 7,
  }))
const textsOn = (board: Board): string[] => readBoard(board).items.map(({ plainText }) => plainText)
const hiddenTexts = (board: Board): string[] => readHiddenNotes(board).map(({ plainText }) => plainText)

describe('writing', () => {
  test('[H1] lines become notes in their order; empty ones and those in the bin are not there', () => {
    const { board, ids } = aPrivateDocument(['Eltern', '  ', 'Azubis', 'Vereine'], newId())
    expect(hiddenTexts(board)).toEqual(['Eltern', 'Azubis', 'Vereine'])
    const binned = must(binItem(board, ids[1]!))
    editItemText(board, ids[2]!, '')
    expect(hiddenTexts(board)).toEqual(['Eltern'])
    applyInverse(board, binned.inverse)
    expect(hiddenTexts(board)).toEqual(['Eltern', 'Azubis'])
    placeHiddenNote(board, ids[0]!, { groupId, canvasId: null, fieldId: 'needs' })
    expect(readHiddenNotes(board)[0]).toMatchObject({ id: ids[0], groupId, canvasId: null, fieldId: 'needs' })
  })

  test('[H1] what is broken is left out, and one seat writes a bounded number', () => {
    const { ydoc, board } = aPrivateDocument(['gut'], newId())
    const broken = new Y.Map()
    broken.set('groupId', 'nirgendwo')
    ydoc.getMap('items').set(newId(), broken)
    ydoc.getMap('items').set(newId(), 'kein Zettel')
    expect(hiddenTexts(board)).toEqual(['gut'])
    const place = { groupId, canvasId: null, fieldId: 'goals' }
    for (let left = LIMITS.hiddenNotesPerSeat - 1; left > 0; left -= 100) {
      addHiddenNotes(
        board,
        place,
        Array.from({ length: Math.min(100, left) }, (_, index) => `${index}`),
      )
    }
    expect(() => addHiddenNotes(board, place, ['einer zu viel'])).toThrow('item.tooMany')
  })
})

describe('showing', () => {
  test('[H2] notes come onto the board in the order given, under their ids, and never twice', () => {
    const { board, canvasId } = aBoard()
    anItem(board, canvasId, 'schon da')
    const hidden = aPrivateDocument(['eins', 'zwei'], canvasId)
    const notes = shownOf(hidden.board, anna).toReversed()
    expect(must(showNotes(board, notes, ACT)).result).toEqual(notes.map(({ id }) => id))
    expect(textsOn(board)).toEqual(['schon da', 'zwei', 'eins'])
    expect(readBoard(board).items[1]).toMatchObject({ author: anna, createdAt: 7, canvasId, fieldId: 'goals' })
    editItemText(board, notes[0]!.id, 'weiter')
    expect(showNotes(board, notes, newId())).toBeNull()
    expect(textsOn(board)).toEqual(['schon da', 'weiter', 'eins'])
    expect([...actsOf(board, [...hidden.ids, newId()])]).toEqual(hidden.ids.map((id) => [id, ACT]))
  })

  test('[H3] a note without its field goes to the first field, or to the free area of a board without any', () => {
    const { board, canvasId } = aBoard()
    const lost = aPrivateDocument(['kein Feld'], canvasId, 'gibtsnicht')
    const stray = aPrivateDocument(['keine Tafel'], newId())
    showNotes(board, [...shownOf(lost.board), ...shownOf(stray.board)], ACT)
    expect(readBoard(board).items.map((item) => [item.plainText, item.canvasId, item.fieldId])).toEqual([
      ['kein Feld', canvasId, 'goals'],
      ['keine Tafel', canvasId, 'goals'],
    ])
    const empty = openBoard(new Y.Doc())
    showNotes(empty, shownOf(stray.board), ACT)
    expect(readBoard(empty).items).toMatchObject([{ plainText: 'keine Tafel', fieldId: FREE_FIELD }])
  })

  test('[H4] without an author the board knows neither the seat nor the client that wrote', () => {
    const { ydoc, board, canvasId } = aBoard()
    const hidden = aPrivateDocument(['von niemandem'], canvasId)
    showNotes(board, shownOf(hidden.board), ACT)
    const state = Y.encodeStateAsUpdate(ydoc)
    expect(Buffer.from(state).includes(anna)).toBe(false)
    expect(Y.decodeStateVector(Y.encodeStateVector(ydoc)).has(hidden.ydoc.clientID)).toBe(false)
    expect(readBoard(board).items[0]?.author).toBeNull()
  })
})

describe('afterwards', () => {
  const shown = (board: Board) => readHiddenNotes(board).map(({ id, plainText }) => ({ id, plainText }))

  test('[H5] what was shown is gone, what was written since then stays', () => {
    const { board, ids } = aPrivateDocument(['Eltern', 'Azubis', 'Vereine'], newId())
    const before = shown(board)
    editItemText(board, ids[1]!, 'Azubis im Handwerk')
    editItemText(board, ids[2]!, 'etwas ganz anderes')
    emptyShownNotes(board, before, 9)
    expect(readHiddenNotes(board).map(({ id, plainText, shownAt }) => [id, plainText, shownAt])).toEqual([
      [ids[1], 'im Handwerk', 9],
      [ids[2], 'etwas ganz anderes', 9],
    ])
  })

  test('[H5] words from a device without a connection arrive as a hidden note', () => {
    const { ydoc, board, ids } = aPrivateDocument(['Eltern', 'Azubis'], newId())
    const offline = new Y.Doc()
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(ydoc))
    editItemText(openBoard(offline), ids[0]!, 'Eltern mit kleinen Kindern')
    emptyShownNotes(board, shown(board), 9)
    expect(readHiddenNotes(board)).toEqual([])
    Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(offline))
    expect(readHiddenNotes(board).map(({ plainText }) => plainText.trim())).toEqual(['mit kleinen Kindern'])
  })
})
