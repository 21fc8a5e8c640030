import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { isSameDocument } from './isSameDocument.ts'

function aDocument(): Y.Doc {
  const ydoc = new Y.Doc()
  ydoc.clientID = 1
  const items = ydoc.getMap<Y.Map<unknown>>('items')
  const item = new Y.Map<unknown>()
  items.set('a', item)
  const text = new Y.XmlText()
  const fragment = new Y.XmlFragment()
  item.set('text', fragment)
  fragment.insert(0, [text])
  text.insert(0, 'Straßenfest')
  text.format(0, 3, { bold: true })
  item.set('bytes', new Uint8Array([1, 2, 3]))
  items.set('b', new Y.Map())
  items.delete('b')
  return ydoc
}

function copyOf(ydoc: Y.Doc, change: (copy: Y.Doc) => void = () => undefined): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc))
  change(copy)
  return copy
}

it('[J12] takes a document and its full state for the same, in whatever pieces they hold a text', () => {
  const ydoc = aDocument()
  const pieces = new Y.Doc()
  const updates: Uint8Array[] = []
  ydoc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of 'abc') ydoc.getText('other').insert(0, letter)
  Y.applyUpdate(pieces, Y.encodeStateAsUpdate(aDocument()))
  for (const update of updates) Y.applyUpdate(pieces, update)
  expect(isSameDocument(ydoc, copyOf(ydoc))).toBe(true)
  expect(isSameDocument(pieces, copyOf(ydoc))).toBe(true)
})

it('[J12] sees an edit more, a deletion more and a root more', () => {
  const ydoc = aDocument()
  expect(
    isSameDocument(
      ydoc,
      copyOf(ydoc, (copy) => copy.getMap('items').set('c', 1)),
    ),
  ).toBe(false)
  expect(
    isSameDocument(
      ydoc,
      copyOf(ydoc, (copy) => copy.getMap('items').delete('a')),
    ),
  ).toBe(false)
  expect(isSameDocument(ydoc, new Y.Doc())).toBe(false)
})

it('[J12] sees other content behind the same authors, clocks and deletions', () => {
  const bytes = Y.encodeStateAsUpdate(aDocument())
  const at = Buffer.from(bytes).indexOf('fest')
  const changed = new Uint8Array(bytes)
  changed.set(Buffer.from('Fest'), at)
  const other = new Y.Doc()
  Y.applyUpdate(other, changed)
  expect(at).toBeGreaterThan(0)
  expect(isSameDocument(aDocument(), other)).toBe(false)
})
