import { SeededRandom } from '@tafelrunde/testkit'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { resolveRoots } from './resolveRoots.ts'

/** A board in raw Yjs: an item with a text in a paragraph, and a recommendation. */
function aBoard(): Y.Doc {
  const ydoc = new Y.Doc()
  ydoc.clientID = 1
  const item = new Y.Map<unknown>()
  ydoc.getMap('items').set('i1', item)
  item.set('canvasId', 'c1')
  const text = new Y.XmlFragment()
  item.set('text', text)
  const paragraph = new Y.XmlElement('paragraph')
  text.insert(0, [paragraph])
  paragraph.insert(0, [new Y.XmlText('hallo')])
  ydoc.getMap('recommendations').set('r1', new Y.Map([['title', 'Hotline']]))
  return ydoc
}

/** Numbers in the encoding of updates. */
function encoded(...numbers: number[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of numbers) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

/** An update of client 5 that is made of the same part again and again. */
function many(part: readonly number[], times: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, times, 5, 0]) encoding.writeVarUint(encoder, number)
  for (let i = 0; i < times; i += 1) for (const number of part) encoding.writeVarUint(encoder, number)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

/** What another client changes on a copy of the board, as an update. */
function changed(board: Y.Doc, change: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(board))
  copy.clientID = 2
  const before = Y.encodeStateVector(copy)
  copy.transact(() => change(copy))
  return Y.encodeStateAsUpdate(copy, before)
}

const itemOf = (ydoc: Y.Doc): Y.Map<unknown> => ydoc.getMap('items').get('i1') as Y.Map<unknown>
const textOf = (ydoc: Y.Doc): Y.XmlText =>
  ((itemOf(ydoc).get('text') as Y.XmlFragment).get(0) as Y.XmlElement).get(0) as Y.XmlText

function placesOf(board: Y.Doc, bytes: Uint8Array): string[] {
  return resolveRoots(board, bytes).writes.map(
    ({ place: { root, entry, attribute, depth } }) => `${root}/${entry}/${attribute}/${depth}`,
  )
}

describe('resolveRoots', () => {
  it.each<[string, (copy: Y.Doc) => unknown, string[]]>([
    ['a new entry by its root', (copy) => copy.getMap('items').set('i2', new Y.Map()), ['items/i2/null/0']],
    ['an attribute by its parent', (copy) => itemOf(copy).set('colour', 'sky'), ['items/i1/colour/1']],
    ['typed text by its neighbour', (copy) => textOf(copy).insert(5, '!'), ['items/i1/text/2']],
    ['a deletion alone', (copy) => textOf(copy).delete(0, 2), ['items/i1/text/2']],
  ])('finds %s', (_name, change, places) => {
    const board = aBoard()
    expect(placesOf(board, changed(board, change))).toEqual(places)
  })

  it('finds an overwritten attribute by its former value, with the new value of a canvas', () => {
    const board = aBoard()
    const bytes = changed(board, (copy) => itemOf(copy).set('canvasId', 'c2'))
    const { writes } = resolveRoots(board, bytes)
    expect(writes[0]).toEqual({
      place: { root: 'items', entry: 'i1', attribute: 'canvasId', depth: 1, level: 1 },
      value: 'c2',
      bytes: 5,
    })
  })

  it('finds all roots of a mixed update, also of what hangs on other new structs', () => {
    const board = aBoard()
    const bytes = changed(board, (copy) => {
      const item = new Y.Map<unknown>()
      copy.getMap('items').set('i2', item)
      item.set('text', new Y.XmlFragment())
      ;(item.get('text') as Y.XmlFragment).insert(0, [new Y.XmlElement('paragraph')])
      copy.getMap('recommendations').delete('r1')
    })
    const places = placesOf(board, bytes)
    expect(places).toContain('items/i2/null/0')
    expect(places).toContain('items/i2/text/1')
    expect(places).toContain('items/i2/text/2')
    expect(places).toContain('recommendations/r1/null/0')
  })

  it('sees nothing to write in a whole copy of what the document has, with all its deletions', () => {
    const board = aBoard()
    textOf(board).delete(0, 3)
    board.getMap('recommendations').delete('r1')
    expect(resolveRoots(board, Y.encodeStateAsUpdate(board))).toMatchObject({ isKnown: true, writes: [], clients: [] })
  })

  it('names the clients whose structs are new', () => {
    const board = aBoard()
    const bytes = changed(board, (copy) => copy.getMap('items').set('i2', new Y.Map()))
    expect(resolveRoots(board, bytes).clients).toEqual([2])
  })

  it('says that typing in a text that is gone for good changes nothing anybody sees', () => {
    const board = aBoard()
    const bytes = changed(board, (copy) => textOf(copy).insert(5, '!'))
    board.getMap('items').delete('i1')
    expect(resolveRoots(board, bytes)).toMatchObject({ hasRootless: true, writes: [], isKnown: false })
  })

  const clockGap = expect.objectContaining({ code: 'update.clockGap' })

  it('refuses an update whose clock does not continue', () => {
    const board = aBoard()
    const author = new Y.Doc()
    author.clientID = 9
    author.getText('items').insert(0, 'eins')
    const after = Y.encodeStateVector(author)
    author.getText('items').insert(0, 'zwei')
    expect(() => resolveRoots(board, Y.encodeStateAsUpdate(author, after))).toThrow(clockGap)
  })

  it('refuses text and deletions that hang on something the server does not have', () => {
    const board = aBoard()
    const ahead = aBoard()
    textOf(ahead).insert(5, ' welt')
    expect(() =>
      resolveRoots(
        board,
        changed(ahead, (copy) => textOf(copy).insert(10, '!')),
      ),
    ).toThrow(clockGap)
    expect(() =>
      resolveRoots(
        board,
        changed(ahead, (copy) => textOf(copy).delete(6, 2)),
      ),
    ).toThrow(clockGap)
  })

  it('refuses a part that begins in one root, is known so far, and says that it goes on in another', () => {
    const board = aBoard()
    const author = new Y.Doc()
    author.clientID = 9
    author.getText('items').insert(0, 'eins')
    Y.applyUpdate(board, Y.encodeStateAsUpdate(author))
    const forger = new Y.Doc()
    forger.clientID = 9
    forger.getText('recommendations').insert(0, 'einszwei')
    expect(() => resolveRoots(board, Y.encodeStateAsUpdate(forger))).toThrow(
      expect.objectContaining({ code: 'update.malformed' }),
    )
  })

  it('[G3] refuses a known part that says it hangs on something missing: the board would not load after a restart', () => {
    const board = aBoard()
    const author = new Y.Doc()
    Y.applyUpdate(author, Y.encodeStateAsUpdate(board))
    author.clientID = 2
    textOf(author).insert(5, 'abc')
    Y.applyUpdate(board, Y.encodeStateAsUpdate(author))
    textOf(author).insert(0, 'd')
    const since = new Map([[1, Y.getState(author.store, 1)]])
    const honest = Y.encodeStateAsUpdate(author, Y.encodeStateVector(since))
    expect(resolveRoots(board, honest).clients).toEqual([2])
    // The known part 'abc' stands at clock 0 and hangs on client 1; now it says that it hangs on client 77.
    const at = honest.indexOf(0x84)
    const forged = Uint8Array.from(honest)
    expect(forged[at + 1]).toBe(1)
    forged[at + 1] = 77
    expect(() => resolveRoots(board, forged)).toThrow(expect.objectContaining({ code: 'update.malformed' }))
  })

  it('finds typing that is sent together with what is known of it', () => {
    const board = aBoard()
    const author = new Y.Doc()
    Y.applyUpdate(author, Y.encodeStateAsUpdate(board))
    author.clientID = 9
    textOf(author).insert(5, ' w')
    Y.applyUpdate(board, Y.encodeStateAsUpdate(author))
    textOf(author).insert(7, 'elt')
    expect(placesOf(board, Y.encodeStateAsUpdate(author))).toEqual(['items/i1/text/2'])
  })

  it('resolves long chains of text without exhausting the stack', { timeout: 60_000 }, () => {
    const board = aBoard()
    const bytes = changed(board, (copy) => {
      for (let i = 0; i < 20_000; i += 1) textOf(copy).insert(i % 2 === 0 ? 0 : textOf(copy).length, 'x')
    })
    expect(new Set(placesOf(board, bytes))).toEqual(new Set(['items/i1/text/2']))
  })

  it('accepts nothing that would leave a document waiting or throw while it is applied', { timeout: 60_000 }, () => {
    let accepted = 0
    for (let seed = 1; seed <= 400; seed += 1) {
      const random = new SeededRandom(seed)
      const board = aBoard()
      const bytes = changed(board, (copy) => {
        textOf(copy).insert(random.integer(0, 5), 'wort')
        textOf(copy).delete(random.integer(0, 3), 2)
        copy.getMap('recommendations').set('r2', new Y.Map([['title', 'x']]))
        itemOf(copy).set('canvasId', 'c2')
      })
      for (let flips = random.integer(1, 4); flips > 0; flips -= 1) {
        bytes[random.integer(0, bytes.length)] = random.integer(0, 256)
      }
      try {
        resolveRoots(board, bytes)
      } catch {
        continue
      }
      accepted += 1
      expect(() => Y.applyUpdate(board, bytes), `seed ${seed}`).not.toThrow()
      expect(board.store.pendingStructs, `seed ${seed}`).toBeNull()
      expect(board.store.pendingDs, `seed ${seed}`).toBeNull()
      expect(() => Y.applyUpdate(new Y.Doc(), Y.encodeStateAsUpdate(board)), `seed ${seed}`).not.toThrow()
    }
    expect(accepted).toBeGreaterThan(20)
  })

  it('[G2] looks at a stored struct once, however often an update names it', () => {
    const board = aBoard()
    const random = new SeededRandom(3)
    for (let edit = 0; edit < 500; edit += 1) textOf(board).insert(random.integer(0, 5), 'x')
    const end = Y.getState(board.store, 1)
    const once = encoded(0, 1, 1, 1, 0, end)
    const often = encoded(0, 1, 1, 300, ...Array.from({ length: 300 }, () => [0, end]).flat())
    expect(resolveRoots(board, once).visits).toBeGreaterThan(400)
    expect(resolveRoots(board, often).visits).toBe(resolveRoots(board, once).visits)
    expect(resolveRoots(board, often).writes).toHaveLength(resolveRoots(board, once).writes.length)
  })

  it('[G2] resolves half-overlapping and unordered deletions like the ordered ones', () => {
    const board = aBoard()
    const places = placesOf(board, encoded(0, 1, 1, 1, 0, 6))
    expect(placesOf(board, encoded(0, 1, 1, 3, 4, 2, 0, 3, 2, 3))).toEqual(places)
    expect(placesOf(board, encoded(0, 2, 1, 1, 3, 3, 1, 1, 0, 4))).toEqual(places)
  })

  it('[G2] refuses types inside each other that would exhaust the stack of a reader, in one update or in many', () => {
    const board = aBoard()
    const deep = new Y.Doc()
    deep.clientID = 2
    let inner = deep.getMap('items')
    const updates: Uint8Array[] = []
    deep.on('update', (update: Uint8Array) => updates.push(update))
    for (let level = 0; level < 60; level += 1) inner = inner.set('in', new Y.Map()) as Y.Map<unknown>
    expect(() => resolveRoots(board, Y.encodeStateAsUpdate(deep))).toThrow(/nested/)
    const refused = updates.findIndex((update) => {
      try {
        resolveRoots(board, update)
        Y.applyUpdate(board, update)
        return false
      } catch {
        return true
      }
    })
    expect(refused).toBeGreaterThan(30)
    expect(refused).toBeLessThan(55)
  })

  it('[G2] refuses an update of half a million parts, and keeps nothing of a mass of gone ones', () => {
    const gone = many([0, 1], 100_000)
    expect(resolveRoots(aBoard(), gone).structs).toBe(1)
    // A deleted part of the root x, again and again.
    const parts = many([1, 1, 1, 120, 1], 100_001)
    expect(() => resolveRoots(aBoard(), parts)).toThrow(/too many parts/)
  })
})
