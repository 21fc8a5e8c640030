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
