import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { openBoard, readBoard } from '../Board.ts'
import { newId, type SeatId } from '../ids.ts'
import { addItem } from '../item/addItem.ts'
import { binItem } from '../item/binItem.ts'
import { editItemText } from '../item/itemText.ts'
import { editRecommendationText } from '../recommendation/editRecommendation.ts'
import { addRecommendation } from '../recommendation/addRecommendation.ts'
import { aBoard, anItem, must } from '../testing/aBoard.ts'
import { peersOf, syncAll } from '../testing/twoPeers.ts'
import { readAuthorship } from './entryAuthorship.ts'

const [ANNA, BEN] = [101, 102]

function twoPeople() {
  const { ydoc, canvasId } = aBoard()
  const peers = peersOf(ydoc, [ANNA, BEN])
  const [anna, ben] = peers as [(typeof peers)[0], (typeof peers)[0]]
  return { anna, ben, canvasId, sync: () => syncAll(peers) }
}

describe('who wrote an entry', () => {
  test('[Y1] the creator is who made it, whatever the entry says about its author', () => {
    const { anna, ben, canvasId, sync } = twoPeople()
    const forged = newId<SeatId>()
    const id = must(
      addItem(anna.board, { place: { canvasId, fieldId: 'goals' }, text: 'Hallo', author: forged }),
    ).result
    sync()
    const authorship = must(readAuthorship(ben.board, id))
    expect(authorship.root).toBe('items')
    expect(authorship.creators).toEqual([ANNA])
    expect(authorship.stated).toMatchObject({ author: forged, by: ANNA })
  })

  test('[Y2] shares are counted in characters that are there now', () => {
    const { anna, ben, canvasId, sync } = twoPeople()
    const id = anItem(anna.board, canvasId, 'Rathaus')
    sync()
    editItemText(ben.board, id, 'Rathaus öffnet')
    sync()
    expect(must(readAuthorship(anna.board, id)).characters).toEqual(
      new Map([
        [ANNA, 7],
        [BEN, 7],
      ]),
    )
    editItemText(anna.board, id, 'öffnet')
    sync()
    expect(must(readAuthorship(ben.board, id)).characters).toEqual(new Map([[BEN, 6]]))
  })

  test('[Y2] all texts of a recommendation count', () => {
    const { anna, ben, sync } = twoPeople()
    const id = must(addRecommendation(anna.board, { title: 'Titel' })).result
    sync()
    editRecommendationText(ben.board, id, 'lead', 'Bund')
    expect(must(readAuthorship(ben.board, id)).characters).toEqual(
      new Map([
        [ANNA, 5],
        [BEN, 4],
      ]),
    )
  })

  test('[Y3] an update that wrote in it, or deleted of it, has changed it; one about another note has not', () => {
    const { anna, canvasId } = twoPeople()
    const updates: Uint8Array[] = []
    anna.ydoc.on('update', (update: Uint8Array) => updates.push(update))
    const id = anItem(anna.board, canvasId, 'Rathaus')
    const other = anItem(anna.board, canvasId, 'Bürgeramt')
    editItemText(anna.board, id, 'Rathau')
    binItem(anna.board, id)
    binItem(anna.board, other)
    const authorship = must(readAuthorship(anna.board, id))
    expect(updates.map((update) => authorship.isChangedBy(update))).toEqual([true, false, true, true, false])
    expect(updates.map((update) => authorship.isMadeBy(update))).toEqual([true, false, false, false, false])
  })

  test('[Y1] the answer survives a state that was written and loaded anew', () => {
    const { anna, ben, canvasId, sync } = twoPeople()
    const id = anItem(anna.board, canvasId, 'Rathaus')
    sync()
    editItemText(ben.board, id, 'Rathaus am Markt')
    const fresh = new Y.Doc()
    Y.applyUpdate(fresh, Y.encodeStateAsUpdate(ben.ydoc))
    const board = openBoard(fresh)
    expect(readBoard(board).items[0]?.plainText).toBe('Rathaus am Markt')
    const [before, after] = [must(readAuthorship(ben.board, id)), must(readAuthorship(board, id))]
    expect([after.creators, after.characters]).toEqual([before.creators, before.characters])
  })

  test('an entry that is not there has no authors', () => {
    expect(readAuthorship(aBoard().board, newId())).toBeNull()
  })
})
