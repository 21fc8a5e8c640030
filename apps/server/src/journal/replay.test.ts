import { documentName } from '@tafelrunde/protocol'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { replay } from './replay.ts'

const BOARD = documentName('group', 'Gaaaaaaaaaaaaaaaaaaaaa')

function threeUpdates(): Uint8Array[] {
  const updates: Uint8Array[] = []
  const ydoc = new Y.Doc()
  ydoc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of 'abc') ydoc.getText('items').insert(0, letter)
  return updates
}

it('applies the rows in order', () => {
  const ydoc = new Y.Doc()
  replay(BOARD, { checkpoint: null, rows: threeUpdates() }, ydoc)
  expect(ydoc.getText('items').toJSON()).toBe('cba')
})

it('refuses a journal with a hole instead of showing a board without its newest edits', () => {
  const [first, , third] = threeUpdates()
  const state = { checkpoint: null, rows: [first!, third!] }
  expect(() => replay(BOARD, state, new Y.Doc())).toThrow(expect.objectContaining({ code: 'document.damaged' }))
})

it('refuses bytes that are not an update', () => {
  const state = { checkpoint: new Uint8Array([9, 9, 9]), rows: [] }
  expect(() => replay(BOARD, state, new Y.Doc())).toThrow(expect.objectContaining({ code: 'document.damaged' }))
})

it('[J14] has after a restart every deletion that a client has, so that nobody who comes back seems to write', () => {
  const start = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  start.getXmlFragment('items').insert(0, [paragraph])
  paragraph.insert(0, [new Y.XmlText('hallo Welt')])
  const textOf = (ydoc: Y.Doc): Y.XmlText => (ydoc.getXmlFragment('items').get(0) as Y.XmlElement).get(0) as Y.XmlText
  const rows = [Y.encodeStateAsUpdate(start)]
  const [anna, ben] = [new Y.Doc(), new Y.Doc()]
  for (const ydoc of [anna, ben]) Y.applyUpdate(ydoc, rows[0] as Uint8Array)
  // Both at once: she makes a word bold, he deletes it. Her marks stand around nothing then.
  ben.once('update', (bytes: Uint8Array) => rows.push(bytes))
  anna.once('update', (bytes: Uint8Array) => rows.push(bytes))
  textOf(anna).format(0, 5, { bold: {} })
  textOf(ben).delete(0, 5)
  const live = new Y.Doc()
  for (const row of rows) Y.applyUpdate(live, row)
  const loaded = new Y.Doc()
  replay(BOARD, { checkpoint: null, rows }, loaded)
  expect(Y.equalSnapshots(Y.snapshot(loaded), Y.snapshot(live))).toBe(true)
  const again = new Y.Doc()
  replay(BOARD, { checkpoint: Y.encodeStateAsUpdate(loaded), rows: [] }, again)
  expect(Y.equalSnapshots(Y.snapshot(again), Y.snapshot(live))).toBe(true)
  const deletions = Array.from(Y.snapshot(live).ds.clients.keys())
  expect(deletions, 'marks around nothing were taken out').toContain(anna.clientID)
})
