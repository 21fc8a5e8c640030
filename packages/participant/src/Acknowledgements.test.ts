import { documentName } from '@tafelrunde/protocol'
import * as encoding from 'lib0/encoding'
import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Acknowledgements } from './Acknowledgements.ts'

const NAME = documentName('group', 'Gaaaaaaaaaaaaaaaaaaaaa')

let ydoc: Y.Doc
let acknowledgements: Acknowledgements
let last: Uint8Array

beforeEach(() => {
  ydoc = new Y.Doc()
  ydoc.on('update', (update: Uint8Array) => (last = update))
  acknowledgements = new Acknowledgements()
  acknowledgements.track(NAME, ydoc)
  begin()
})

function frame(type: number, kind: number, bytes?: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, NAME)
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint(encoder, kind)
  if (bytes) encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}
const type = (text: string): void => ydoc.getText('items').insert(0, text)
const sendUpdate = (): void => acknowledgements.sent(frame(0, 2, last))
const begin = (): void => acknowledgements.sent(frame(0, 0, Y.encodeStateVector(ydoc)))
const sendHandshake = (): void => acknowledgements.sent(frame(0, 1, Y.encodeStateAsUpdate(ydoc)))
const acknowledge = (): void => acknowledgements.received(frame(8, 1))

it('knows after each acknowledgement how far the edits are saved', () => {
  sendHandshake()
  type('ab')
  sendUpdate()
  type('c')
  sendUpdate()
  acknowledge()
  expect(acknowledgements.savedClock(NAME)).toBe(0)
  acknowledge()
  expect(acknowledgements.savedClock(NAME)).toBe(2)
  expect(acknowledgements.isSaved(NAME)).toBe(false)
  acknowledge()
  expect(acknowledgements.savedClock(NAME)).toBe(3)
  expect(acknowledgements.isSaved(NAME)).toBe(true)
})

it('does not take the first acknowledgement of a new connection for all that was typed offline', () => {
  const queued: Uint8Array[] = []
  for (const text of ['a', 'b', 'c']) {
    type(text)
    queued.push(last)
  }
  acknowledgements.reconnected()
  begin()
  for (const update of queued) acknowledgements.sent(frame(0, 2, update))
  sendHandshake()
  acknowledge()
  expect(acknowledgements.savedClock(NAME)).toBe(1)
  expect(acknowledgements.isSaved(NAME)).toBe(false)
  for (let left = 3; left > 0; left -= 1) acknowledge()
  expect(acknowledgements.isSaved(NAME)).toBe(true)
})

it('forgets what a broken connection owed', () => {
  sendHandshake()
  type('a')
  sendUpdate()
  acknowledgements.reconnected()
  acknowledge()
  expect(acknowledgements.savedClock(NAME)).toBe(0)
})

it('does not wait for the last word of a provider that was refused under the same name', () => {
  acknowledgements.track(NAME, ydoc)
  sendHandshake()
  begin()
  sendHandshake()
  expect(acknowledgements.isSaved(NAME)).toBe(false)
  acknowledge()
  expect(acknowledgements.isSaved(NAME)).toBe(true)
})
