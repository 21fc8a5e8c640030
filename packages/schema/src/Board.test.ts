import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { observeBoard, openBoard, readBoard } from './Board.ts'
import { boardFromJson } from './boardFromJson.ts'
import { newId, type ItemId } from './ids.ts'
import { editItemText } from './item/itemText.ts'
import { setItemEvidence } from './item/setItem.ts'
import { isRecord } from './json.ts'
import { itemFragment, ydocOf } from './transport.ts'
import { aBoard, anItem, must } from './testing/aBoard.ts'

describe('snapshots', () => {
  test('[B1] opening and reading write nothing, and a document has one board', () => {
    const ydoc = new Y.Doc()
    ydoc.on('update', () => expect.unreachable('nothing may be written'))
    const board = openBoard(ydoc)
    expect(readBoard(board)).toMatchObject({ version: 1, canvases: [], items: [], recommendations: [], skipped: 0 })
    expect(openBoard(ydoc)).toBe(board)
    expect(ydocOf(board)).toBe(ydoc)
  })

  test('[B2] what did not change is the same object', () => {
    const { board, canvasId } = aBoard()
    const [a, b] = [anItem(board, canvasId, 'a'), anItem(board, canvasId, 'b')]
    const before = readBoard(board)
    expect(readBoard(board)).toBe(before)
    setItemEvidence(board, b, 'proven')
    const after = readBoard(board)
    expect(after).not.toBe(before)
    expect(after.canvases).toBe(before.canvases)
    expect(after.sketch).toBe(before.sketch)
    expect(after.items.find(({ id }) => id === a)).toBe(before.items.find(({ id }) => id === a))
    expect(after.items.find(({ id }) => id === b)).not.toBe(before.items.find(({ id }) => id === b))
  })

  test('[B2] snapshots are frozen all through', () => {
    const { board, canvasId } = aBoard()
    anItem(board, canvasId, 'a')
    const unfrozen: unknown[] = []
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      if (!Object.isFrozen(value)) unfrozen.push(value)
      for (const part of Object.values(value)) visit(part)
    }
    visit(readBoard(board))
    expect(unfrozen).toEqual([])
  })

  test('[B3] a keystroke on a board of 5,000 items reads one item, not 5,000', () => {
    const { board, canvasId } = aBoard()
    const ydoc = new Y.Doc()
    const large = openBoard(ydoc)
    boardFromJson(large, {
      canvases: [
        {
          id: canvasId,
          templateId: 'target-group',
          title: 'Groß',
          items: Array.from({ length: 5_000 }, (_, index) => ({ fieldId: 'goals', text: `Beitrag ${index}` })),
        },
      ],
    })
    const before = readBoard(large)
    const target = must(before.items[2_500]).id
    const read = new Set<string>()
    for (const [id, entry] of ydoc.getMap('items').entries()) {
      if (!(entry instanceof Y.Map)) continue
      const get = entry.get.bind(entry)
      entry.get = (key: string) => {
        read.add(id)
        return get(key) as unknown
      }
    }
    const text = must(itemFragment(large, target))
    const paragraph = text.get(0) as Y.XmlElement
    const words = paragraph.get(0) as Y.XmlText
    words.insert(0, 'x')
    const after = readBoard(large)
    expect([...read]).toEqual([target])
    expect(after.items[2_500]?.plainText).toBe('xBeitrag 2500')
    expect(after.items.filter((item, index) => item !== before.items[index])).toHaveLength(1)
    expect(board).not.toBe(large)
  })

  test('[B4] listeners hear of every transaction that touched the board, once, and can read it', () => {
    const { board, canvasId, ydoc } = aBoard()
    const heard: number[] = []
    const stop = observeBoard(board, () => heard.push(readBoard(board).items.length))
    anItem(board, canvasId, 'a')
    ydoc.transact(() => {
      anItem(board, canvasId, 'b')
      anItem(board, canvasId, 'c')
      expect(readBoard(board).items, 'reads inside a transaction are right').toHaveLength(3)
    })
    ydoc.getMap('elsewhere').set('a', 1)
    stop()
    anItem(board, canvasId, 'd')
    expect(heard).toEqual([1, 3])
  })
})

describe('[B8] documents that somebody else has written', () => {
  const nonsense: [string, (items: Y.Map<unknown>) => void][] = [
    ['a value that is no entry', (items) => items.set(newId(), 'text')],
    ['an entry without anything', (items) => items.set(newId(), new Y.Map())],
    ['a key that is no id', (items) => items.set('__proto__', new Y.Map([['fieldId', 'goals']]))],
    ['a field that is no field', (items) => items.set(newId(), new Y.Map([['fieldId', { a: 1 }]]))],
    ['a list instead of an entry', (items) => items.set(newId(), new Y.Array())],
  ]
  test.each(nonsense)('%s is left out and counted', (_, write) => {
    const { board, canvasId, ydoc } = aBoard()
    anItem(board, canvasId, 'heil')
    write(ydoc.getMap('items'))
    expect(readBoard(board).items.map(({ plainText }) => plainText)).toEqual(['heil'])
    expect(readBoard(board).skipped).toBe(1)
  })

  test('broken values read as their defaults and are counted; the text stays', () => {
    const { board, canvasId, ydoc } = aBoard()
    const id = anItem(board, canvasId, 'Text bleibt')
    const entry = must(ydoc.getMap('items').get(id)) as Y.Map<unknown>
    for (const key of [
      'state',
      'evidence',
      'colour',
      'visibility',
      'x',
      'y',
      'cause',
      'until',
      'author',
      'sourceUrl',
    ]) {
      entry.set(key, new Y.Map())
    }
    entry.set('order', 'zzz!')
    entry.set('level', 'constructor')
    const [item] = readBoard(board).items
    expect(item).toMatchObject({
      plainText: 'Text bleibt',
      state: 'active',
      evidence: null,
      order: 'a0',
      attributes: {},
    })
    expect(readBoard(board).skipped).toBe(12)
    expect(editItemText(board, id, 'geht noch')).not.toBeNull()
  })

  test('an item in a field without a canvas is shown in the free area, so that no text vanishes', () => {
    const { board, canvasId, ydoc } = aBoard()
    const id = anItem(board, canvasId, 'verirrt')
    ;(must(ydoc.getMap('items').get(id)) as Y.Map<unknown>).delete('canvasId')
    expect(readBoard(board).items).toMatchObject([{ id, canvasId: null, fieldId: 'free', plainText: 'verirrt' }])
  })

  test('random values anywhere never make a read throw', () => {
    const values = [null, 0, -1, Number.NaN, '', 'x', true, [], [1, 'a'], {}, { a: { b: 1 } }, new Uint8Array(3)]
    const types = [() => new Y.Map(), () => new Y.Text('t'), () => new Y.Array(), () => new Y.XmlElement('p')]
    const { board, ydoc, canvasId } = aBoard()
    anItem(board, canvasId, 'heil')
    for (const root of ['canvases', 'items', 'recommendations', 'sketch', 'meta']) {
      for (const [index, value] of [...values, ...types].entries()) {
        const make = (): unknown => (typeof value === 'function' ? value() : value)
        const entry = new Y.Map<unknown>()
        const keys =
          'canvasId fieldId order x y text state title summary templateId type from to points label examples service:a tag: item:x addressee:z width'
        for (const key of keys.split(' ')) entry.set(key, make())
        ydoc.getMap(root).set(newId(), entry)
        ydoc.getMap(root).set(`raw${index}`, make())
      }
    }
    const snapshot = readBoard(board)
    expect(snapshot.items.some(({ plainText }) => plainText === 'heil')).toBe(true)
    expect(snapshot.skipped).toBeGreaterThan(50)
    expect(isRecord(JSON.parse(JSON.stringify(snapshot)))).toBe(true)
  })

  test('an item with the id of nobody can be asked for without harm', () => {
    const { board } = aBoard()
    expect(itemFragment(board, newId<ItemId>())).toBeNull()
  })
})
