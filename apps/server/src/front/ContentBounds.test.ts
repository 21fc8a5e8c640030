import { LIMITS } from '@tafelrunde/schema/plain'
import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ContentBounds } from './ContentBounds.ts'
import { resolveRoots } from './resolveRoots.ts'

let ydoc: Y.Doc
let bounds: ContentBounds
let mallory: Y.Doc

beforeEach(() => {
  ydoc = new Y.Doc()
  bounds = new ContentBounds(ydoc)
  mallory = new Y.Doc()
})

/** Write with a raw client; the update is applied if there is room. */
function write(change: (doc: Y.Doc) => void): string | null {
  const before = Y.encodeStateVector(ydoc)
  mallory.transact(() => change(mallory))
  const update = Y.encodeStateAsUpdate(mallory, before)
  const refusal = bounds.refuse(resolveRoots(ydoc, update))
  if (!refusal) Y.applyUpdate(ydoc, update)
  return refusal
}

const putItems = (count: number, prefix: string) => (doc: Y.Doc) => {
  for (let item = 0; item < count; item += 1) doc.getMap('items').set(`${prefix}${item}`, new Y.Map([['a', 1]]))
}

it('[G1] takes a full board and what two add at once, and refuses a million items', () => {
  expect(write(putItems(LIMITS.itemsPerBoard, 'a'))).toBeNull()
  expect(write(putItems(100, 'b'))).toBeNull()
  expect(write(putItems(10_000, 'c'))).toBe('update.tooLarge')
  expect(ydoc.getMap('items').size).toBe(LIMITS.itemsPerBoard + 100)
})

it('[G1] takes everybody’s agreement with a long harvest', () => {
  const agree = (count: number, prefix: string) => (doc: Y.Doc) => {
    for (let one = 0; one < count; one += 1)
      doc.getMap('reactions').set(`${prefix}${one}`, new Y.Map([['kind', 'agree']]))
  }
  expect(write(agree(LIMITS.reactionsPerBoard, 'a'))).toBeNull()
  expect(write(agree(LIMITS.reactionsPerBoard, 'b'))).toBe('update.tooLarge')
})

it('[G1] counts what is there, not what was there: a full board takes items again when some are gone', () => {
  expect(write(putItems(LIMITS.itemsPerBoard * 1.2, 'a'))).toBeNull()
  expect(write((doc) => doc.getMap('items').delete('a1'))).toBeNull()
  expect(write(putItems(1, 'b'))).toBeNull()
  expect(write(putItems(2, 'c'))).toBe('update.tooLarge')
})

it('[G1] takes changes of a full board', () => {
  write(putItems(LIMITS.itemsPerBoard * 1.2, 'a'))
  expect(write((doc) => doc.getMap('items').set('a7', new Y.Map()))).toBeNull()
  expect(write((doc) => (doc.getMap('items').get('a8') as Y.Map<unknown>).set('colour', 'sky'))).toBeNull()
})

it('[G1] refuses an item that is a book, and takes a day of writing and deleting in one', () => {
  expect(write((doc) => doc.getMap('items').set('day', new Y.Text()))).toBeNull()
  const text = (): Y.Text => mallory.getMap('items').get('day') as Y.Text
  for (let hour = 0; hour < 60; hour += 1) {
    expect(write(() => text().insert(0, 'x'.repeat(10_000)))).toBeNull()
    expect(write(() => text().delete(0, 10_000))).toBeNull()
  }
  expect(write(() => text().insert(0, 'x'.repeat(200_000)))).toBeNull()
  expect(write(() => text().insert(0, 'x'.repeat(200_000)))).toBe('update.tooLarge')
})

it('[G1] refuses a million attributes of one entry, and what stands in no entry at all', () => {
  const fill = (doc: Y.Doc): void => {
    const entry = new Y.Map<unknown>()
    doc.getMap('items').set('wide', entry)
    for (let key = 0; key < 90_000; key += 1) entry.set(`${key}`, 1)
  }
  expect(write(fill)).toBeNull()
  expect(write((doc) => putAttributes(doc, 90_000))).toBe('update.tooLarge')
  mallory = new Y.Doc()
  expect(write((doc) => doc.getText('sketch').insert(0, 'x'.repeat(400_000)))).toBe('update.tooLarge')
})

it('[G1] bounds what values weigh, not how many there are', () => {
  const heavy = 'x'.repeat(140_000)
  for (let item = 0; item < 82; item += 1) {
    expect(write((doc) => doc.getMap('items').set(`${item}`, heavy))).toBeNull()
    expect(write((doc) => doc.getMap('items').set('again', heavy))).toBeNull()
  }
  expect(write((doc) => doc.getMap('items').set('one', heavy + heavy + heavy))).toBe('update.tooLarge')
  mallory = new Y.Doc()
  const refusals = Array.from({ length: 20 }, (_, item) =>
    write((doc) => doc.getMap('items').set(`more${item}`, heavy)),
  )
  expect(refusals).toContain('update.tooLarge')
})

it('[G1] lets a document that is full be emptied', () => {
  write(putItems(LIMITS.itemsPerBoard * 1.2, 'a'))
  expect(write(putItems(1, 'b'))).toBe('update.tooLarge')
  const tidy = new Y.Doc()
  Y.applyUpdate(tidy, Y.encodeStateAsUpdate(ydoc))
  mallory = tidy
  expect(write((doc) => doc.getMap('items').clear())).toBeNull()
  expect(ydoc.getMap('items').size).toBe(0)
})

function putAttributes(doc: Y.Doc, count: number): void {
  const entry = doc.getMap('items').get('wide') as Y.Map<unknown>
  for (let key = 0; key < count; key += 1) entry.set(`more${key}`, 1)
}
