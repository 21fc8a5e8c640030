import { describe, expect, test } from 'vitest'
import { applyInverse } from '../applyInverse.ts'
import { readBoard } from '../Board.ts'
import { binCanvas } from '../canvas/addCanvas.ts'
import { newId, type CanvasId, type ItemId, type SeatId, type TalkId } from '../ids.ts'
import { LimitExceeded, LIMITS } from '../limits.ts'
import { richTextOf } from '../RichText.ts'
import { aBoard, aCanvas, anItem, must } from '../testing/aBoard.ts'
import { expectConverged } from '../testing/expectSound.ts'
import { peersOf, syncAll } from '../testing/twoPeers.ts'
import { addItem, addItems } from './addItem.ts'
import { binItem, parkItem, restoreItem } from './binItem.ts'
import { editItemText, itemTextEdited } from './itemText.ts'
import type { Item } from './Item.ts'
import { moveItem } from './moveItem.ts'
import { placeItem, tidyField } from './placeItem.ts'
import {
  recolourItem,
  setItemAttributes,
  setItemEvidence,
  setItemSource,
  setItemTags,
  setItemVisibility,
} from './setItem.ts'
import type { Board } from '../Board.ts'

const itemOf = (board: Board, id: ItemId): Item => must(readBoard(board).items.find((item) => item.id === id))
const textsIn = (board: Board, fieldId: string): string[] =>
  readBoard(board)
    .items.filter((item) => item.fieldId === fieldId && item.state === 'active')
    .map((item) => item.plainText)

describe('adding', () => {
  test('[I1] an item keeps everything that it was added with', () => {
    const { board, canvasId } = aBoard()
    const author = newId<SeatId>()
    const talkId = newId<TalkId>()
    const id = must(
      addItem(board, {
        place: { canvasId, fieldId: 'barriers', position: { x: 0.25, y: 0.5 } },
        text: 'Zu viele\nBegriffe',
        attributes: { cause: 'language', until: '2022-05-01', talkId, organisation: 'Kommune X' },
        evidence: 'plausible',
        sourceUrl: 'https://example.org/studie',
        visibility: 'public',
        tags: ['Sprache', 'Sprache', ' '],
        colour: 'sky',
        author,
        createdAt: 5,
      }),
    ).result
    expect(itemOf(board, id)).toMatchObject({
      canvasId,
      fieldId: 'barriers',
      position: { x: 0.25, y: 0.5 },
      plainText: 'Zu viele\nBegriffe',
      attributes: { cause: 'language', until: '2022-05-01', talkId, organisation: 'Kommune X' },
      evidence: 'plausible',
      sourceUrl: 'https://example.org/studie',
      visibility: 'public',
      tags: ['Sprache'],
      colour: 'sky',
      state: 'active',
      author,
      createdAt: 5,
    })
    expect(readBoard(board).skipped).toBe(0)
  })

  test('[I2] items come at the end, at the beginning or beside a neighbour', () => {
    const { board, canvasId } = aBoard()
    const place = { canvasId, fieldId: 'goals' }
    const b = must(addItem(board, { place, text: 'b' })).result
    addItem(board, { place, text: 'd' })
    addItem(board, { place: { ...place, after: null }, text: 'a' })
    addItem(board, { place: { ...place, after: b }, text: 'c' })
    addItem(board, { place: { ...place, before: b }, text: 'ab' })
    expect(textsIn(board, 'goals')).toEqual(['a', 'ab', 'b', 'c', 'd'])
  })

  test('[I2] pasted lines become items in order, without the empty ones, and are taken back together', () => {
    const { board, canvasId } = aBoard()
    const applied = must(addItems(board, { canvasId, fieldId: 'needs' }, ['eins', '  ', ' zwei ', 'drei']))
    expect(textsIn(board, 'needs')).toEqual(['eins', 'zwei', 'drei'])
    applyInverse(board, applied.inverse)
    expect(textsIn(board, 'needs')).toEqual([])
  })

  test('[I3] too much is refused with its code before anything is written', () => {
    const { board, canvasId, ydoc } = aBoard()
    const place = { canvasId, fieldId: 'goals' }
    let updates = 0
    ydoc.on('update', () => updates++)
    const long = 'x'.repeat(LIMITS.itemCharactersHard + 1)
    const lines = Array.from({ length: LIMITS.linesPerPaste + 1 }, () => 'Zeile')
    expect(() => addItem(board, { place, text: long })).toThrow(expect.objectContaining({ code: 'item.tooLong' }))
    expect(() => addItems(board, place, ['kurz', long])).toThrow(LimitExceeded)
    expect(() => addItems(board, place, lines)).toThrow(expect.objectContaining({ code: 'item.tooMany' }))
    expect(updates).toBe(0)
  })

  test('[I3] a full board takes no more items', () => {
    const { board, canvasId } = aBoard()
    for (let batch = 0; batch < LIMITS.itemsPerBoard / LIMITS.linesPerPaste; batch++) {
      const lines = Array.from({ length: LIMITS.linesPerPaste }, () => 'voll')
      addItems(board, { canvasId, fieldId: 'goals' }, lines)
    }
    expect(() => anItem(board, canvasId, 'eins zu viel')).toThrow(expect.objectContaining({ code: 'item.tooMany' }))
  })

  test('[I4] on a canvas that is not there nothing is added', () => {
    const { board } = aBoard()
    expect(addItem(board, { place: { canvasId: newId<CanvasId>(), fieldId: 'goals' }, text: 'a' })).toBeNull()
    expect(addItem(board, { place: { canvasId: null, fieldId: 'goals' }, text: 'a' })).toBeNull()
  })
})

describe('moving', () => {
  test('[I5] a move keeps the id and writes no text: what somebody types meanwhile stays', () => {
    const { ydoc, board, canvasId } = aBoard()
    const id = anItem(board, canvasId, 'Formular')
    const peers = peersOf(ydoc, [1, 2])
    moveItem(must(peers[0]).board, id, { canvasId, fieldId: 'pains' })
    editItemText(must(peers[1]).board, id, 'Formular zu lang')
    syncAll(peers)
    expectConverged(peers)
    expect(itemOf(must(peers[0]).board, id)).toMatchObject({ fieldId: 'pains', plainText: 'Formular zu lang' })
  })

  test.each([
    [1, 2],
    [2, 1],
  ])('[I6] of two moves at once one stands as a whole (%i, %i)', (...ids) => {
    const { ydoc, board, canvasId } = aBoard()
    const other = aCanvas(board, 'Kommunen')
    const id = anItem(board, canvasId, 'hin und her')
    const peers = peersOf(ydoc, ids)
    moveItem(must(peers[0]).board, id, { canvasId, fieldId: 'needs' })
    moveItem(must(peers[1]).board, id, { canvasId: null, fieldId: 'free', position: { x: 10, y: 20 } })
    syncAll(peers)
    expectConverged(peers)
    const first = itemOf(must(peers[0]).board, id)
    expect([`${canvasId}/needs`, 'null/free']).toContain(`${first.canvasId}/${first.fieldId}`)
    moveItem(must(peers[0]).board, id, { canvasId: other, fieldId: 'goals' })
    moveItem(must(peers[1]).board, id, { canvasId, fieldId: 'barriers' })
    syncAll(peers)
    const second = itemOf(must(peers[1]).board, id)
    expect([`${other}/goals`, `${canvasId}/barriers`]).toContain(`${second.canvasId}/${second.fieldId}`)
  })

  test('[I2] two people insert at the same place; between their notes there is still room', () => {
    const { ydoc, board, canvasId } = aBoard()
    anItem(board, canvasId, 'erste')
    const peers = peersOf(ydoc, [1, 2])
    for (const peer of peers) anItem(peer.board, canvasId, `von ${peer.ydoc.clientID}`)
    syncAll(peers)
    const [, left, right] = readBoard(must(peers[0]).board).items
    expect(must(left).order).toBe(must(right).order)
    addItem(must(peers[0]).board, { place: { canvasId, fieldId: 'goals', after: must(left).id }, text: 'dazwischen' })
    syncAll(peers)
    expectConverged(peers)
    expect(textsIn(must(peers[1]).board, 'goals').indexOf('dazwischen')).toBe(2)
  })

  test('[I4] what a peer removed is left alone', () => {
    const { board, canvasId } = aBoard()
    expect(moveItem(board, newId<ItemId>(), { canvasId, fieldId: 'goals' })).toBeNull()
    expect(editItemText(board, newId<ItemId>(), 'x')).toBeNull()
    expect(setItemEvidence(board, newId<ItemId>(), 'proven')).toBeNull()
  })

  test('[I7] notes stand anywhere in a field, and tidying up restores the order', () => {
    const { board, canvasId } = aBoard()
    const a = anItem(board, canvasId, 'a')
    const b = anItem(board, canvasId, 'b')
    placeItem(board, b, { x: 0.1, y: 0.9 })
    placeItem(board, a, { x: 0.5, y: 0.5 })
    const applied = must(tidyField(board, canvasId, 'goals'))
    expect(readBoard(board).items.map((item) => item.position)).toEqual([null, null])
    expect(tidyField(board, canvasId, 'goals')).toBeNull()
    applyInverse(board, applied.inverse)
    expect(itemOf(board, b).position).toEqual({ x: 0.1, y: 0.9 })
  })
})

describe('attributes', () => {
  test('[I8] attributes and tags that two people set at once both stay', () => {
    const { ydoc, board, canvasId } = aBoard()
    const id = anItem(board, canvasId, 'Kanal')
    const peers = peersOf(ydoc, [1, 2])
    setItemAttributes(must(peers[0]).board, id, { channelType: 'owned' })
    setItemTags(must(peers[0]).board, id, ['Presse'])
    setItemAttributes(must(peers[1]).board, id, { fit: 3 })
    setItemTags(must(peers[1]).board, id, ['Online'])
    syncAll(peers)
    expectConverged(peers)
    const item = itemOf(must(peers[0]).board, id)
    expect(item.attributes).toEqual({ channelType: 'owned', fit: 3 })
    expect(item.tags).toEqual(['Online', 'Presse'])
  })

  test('setting and removing', () => {
    const { board, canvasId } = aBoard()
    const id = anItem(board, canvasId, 'a')
    setItemAttributes(board, id, { cause: 'language', scale: 4 })
    setItemAttributes(board, id, { cause: null })
    setItemEvidence(board, id, 'proven')
    setItemSource(board, id, 'javascript:alert(1)')
    setItemVisibility(board, id, 'public')
    recolourItem(board, [id], 'rose')
    expect(itemOf(board, id)).toMatchObject({
      attributes: { scale: 4 },
      evidence: 'proven',
      sourceUrl: null,
      visibility: 'public',
      colour: 'rose',
    })
    setItemTags(board, id, ['a', 'b'])
    setItemTags(board, id, ['b'])
    expect(itemOf(board, id).tags).toEqual(['b'])
    expect(setItemEvidence(board, id, 'proven'), 'saying the same again writes nothing').toBeNull()
  })
})

describe('bin', () => {
  test('[I9] the bin gives an item back as it was; parked ones are kept aside', () => {
    const { board, canvasId } = aBoard()
    const id = anItem(board, canvasId, 'weg')
    const before = itemOf(board, id)
    binItem(board, id)
    expect(itemOf(board, id).state).toBe('deleted')
    restoreItem(board, id)
    expect(itemOf(board, id)).toEqual(before)
    parkItem(board, id)
    expect(itemOf(board, id).state).toBe('parked')
  })

  test('[I9] items on a canvas in the bin stay as they are', () => {
    const { board, canvasId } = aBoard()
    const id = anItem(board, canvasId, 'noch da')
    binCanvas(board, canvasId)
    expect(itemOf(board, id).state).toBe('active')
  })
})

test('[U4] what was typed in an editor can be taken back', () => {
  const { board, canvasId } = aBoard()
  const id = anItem(board, canvasId, 'vorher')
  const before = itemOf(board, id).text
  expect(itemTextEdited(board, id, before)).toBeNull()
  editItemText(board, id, richTextOf('nachher'))
  applyInverse(board, must(itemTextEdited(board, id, before)))
  expect(itemOf(board, id).plainText).toBe('vorher')
})

test('[I4] adding an item a second time changes nothing, so a copy from the tray cannot double it', () => {
  const { board, canvasId } = aBoard()
  const id = newId<ItemId>()
  const item = { id, place: { canvasId, fieldId: 'goals' }, text: 'einmal' }
  expect(addItem(board, item)?.result).toBe(id)
  editItemText(board, id, 'weitergeschrieben')
  expect(addItem(board, item)).toBeNull()
  expect(itemOf(board, id).plainText).toBe('weitergeschrieben')
})

test('[I3] an attribute that is too long is refused before a neighbour is written', () => {
  const { board, canvasId, ydoc } = aBoard()
  ydoc.on('update', () => expect.unreachable('nothing may be written'))
  const place = { canvasId, fieldId: 'goals' }
  const attributes = { organisation: 'x'.repeat(LIMITS.shortTextCharacters + 1) }
  expect(() => addItem(board, { place, attributes })).toThrow(expect.objectContaining({ code: 'text.tooLong' }))
  const tags = Array.from({ length: LIMITS.tagsPerItem + 1 }, (_, index) => `Tag ${index}`)
  expect(() => addItem(board, { place, tags })).toThrow(expect.objectContaining({ code: 'item.tooMany' }))
})
