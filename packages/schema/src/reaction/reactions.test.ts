import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { applyInverse } from '../applyInverse.ts'
import { openBoard, readBoard, type Board } from '../Board.ts'
import { boardFromJson } from '../boardFromJson.ts'
import { boardToJson } from '../boardToJson.ts'
import { newId, type ItemId, type SeatId } from '../ids.ts'
import { binItem, restoreItem } from '../item/binItem.ts'
import { editItemText } from '../item/itemText.ts'
import { LIMITS } from '../limits.ts'
import { aBoard, anItem, must } from '../testing/aBoard.ts'
import { expectConverged } from '../testing/expectSound.ts'
import { peersOf, syncAll } from '../testing/twoPeers.ts'
import { reactionKey } from './Reaction.ts'
import { toggleReaction } from './toggleReaction.ts'

const [anna, bekir] = ['Anna', 'Bekir'].map((name) => name.padEnd(22, '0')) as [SeatId, SeatId]
const agreed = (board: Board, id: ItemId): readonly SeatId[] =>
  must(readBoard(board).items.find((item) => item.id === id)).agreedBy

describe('agreement', () => {
  test('[A1] counts a person once, also with two devices at the same time, and the second time takes it back', () => {
    const { ydoc, board, canvasId } = aBoard()
    const id = anItem(board, canvasId, 'Das frage ich auch')
    const peers = peersOf(ydoc, [1, 2])
    for (const peer of peers) expect(must(toggleReaction(peer.board, id, anna)).result).toBe(true)
    syncAll(peers)
    expectConverged(peers)
    const open = must(peers[0]).board
    expect(agreed(open, id)).toEqual([anna])
    expect(must(toggleReaction(open, id, anna)).result).toBe(false)
    expect(agreed(open, id)).toEqual([])
  })

  test('[A2] of several people at once all stay, beside what is written in the note', () => {
    const { ydoc, board, canvasId } = aBoard()
    const id = anItem(board, canvasId, 'Frage')
    const peers = peersOf(ydoc, [1, 2, 3])
    const [a, b, c] = peers.map((peer) => peer.board) as [Board, Board, Board]
    toggleReaction(a, id, anna)
    toggleReaction(b, id, bekir)
    editItemText(c, id, 'Frage?')
    syncAll(peers)
    expectConverged(peers)
    expect(agreed(c, id)).toEqual([anna, bekir])
    expect(readBoard(a).items[0]?.plainText).toBe('Frage?')
  })

  test('[A2] comes back with a note that was in the bin, and through JSON with all ids', () => {
    const { board, canvasId } = aBoard()
    const id = anItem(board, canvasId, 'Frage')
    toggleReaction(board, id, bekir)
    binItem(board, id)
    restoreItem(board, id)
    expect(agreed(board, id)).toEqual([bekir])
    const copy = openBoard(new Y.Doc())
    boardFromJson(copy, boardToJson(board))
    expect(agreed(copy, id)).toEqual([bekir])
    expect(boardToJson(copy)).toEqual(boardToJson(board))
  })

  test('[A2] can be taken back and done again, and not for a note that is gone', () => {
    const { board, canvasId } = aBoard()
    const id = anItem(board, canvasId, 'Frage')
    const undone = applyInverse(board, must(toggleReaction(board, id, anna)).inverse)
    expect(agreed(board, id)).toEqual([])
    if ('skipped' in undone) throw new Error(undone.skipped)
    applyInverse(board, undone.inverse)
    expect(agreed(board, id)).toEqual([anna])
    expect(toggleReaction(board, newId<ItemId>(), anna)).toBeNull()
  })

  test('[A3] nothing but an item, a seat and a known kind counts, whatever a client wrote', () => {
    const { ydoc, board, canvasId } = aBoard()
    const id = anItem(board, canvasId, 'Frage')
    const root = ydoc.getMap('reactions')
    root.set('x', new Y.Map([['kind', 'agree']]))
    root.set(`${id}~`, new Y.Map([['kind', 'agree']]))
    root.set(`${id}~${anna}~${bekir}`, new Y.Map([['kind', 'agree']]))
    root.set(reactionKey(id, anna), new Y.Map([['kind', 'boo']]))
    root.set(reactionKey(id, bekir), 'agree')
    expect(agreed(board, id)).toEqual([])
    expect(readBoard(board).skipped).toBe(5)
    root.set(reactionKey(id, anna), new Y.Map([['kind', 'agree']]))
    root.set(reactionKey(newId<ItemId>(), anna), new Y.Map([['kind', 'agree']]))
    expect(agreed(board, id)).toEqual([anna])
  })

  test('[I3] a board takes only so many', () => {
    const { ydoc, board, canvasId } = aBoard()
    const id = anItem(board, canvasId, 'Frage')
    const root = ydoc.getMap('reactions')
    ydoc.transact(() => {
      for (let seat = 0; seat < LIMITS.reactionsPerBoard; seat += 1) root.set(`x${seat}`, 1)
    })
    expect(() => toggleReaction(board, id, anna)).toThrow('reaction.tooMany')
    expect(root.size).toBe(LIMITS.reactionsPerBoard)
  })
})
