import type { Presence, PresenceState } from './presence.ts'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createSource } from './Source.ts'
import { TextCarets } from './TextCarets.ts'
import { parseTextCursor } from './TextCursor.ts'

const at = (clock: number) => ({ type: null, tname: null, item: { client: 7, clock }, assoc: 0 })
const seat = { id: 'S1', name: 'Anna', organisation: '', colour: 3 }

const positionAt = (text: Y.XmlText, index: number) =>
  Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index))

function aBoardWithOthers() {
  const others = createSource<readonly Presence[]>([])
  const update = vi.fn<(patch: { readonly [K in keyof PresenceState]?: PresenceState[K] | null }) => void>()
  const ydoc = new Y.Doc()
  const carets = new TextCarets(ydoc, {
    presence: { others, people: createSource([seat]), update },
    nameOf: ({ name }) => name || 'Gast',
  })
  return { others, update, carets, ydoc }
}

test('the carets of the others are told with the names of the server', () => {
  const { others, carets } = aBoardWithOthers()
  others.set([
    { clientId: 1, seat, cursor: { anchor: at(1), head: at(2) } },
    { clientId: 2, seat: { ...seat, name: '' } },
    { clientId: 3, seat: { ...seat, name: '' }, cursor: { anchor: at(3), head: at(3) } },
  ])
  const states = carets.getStates()
  expect([...states.keys()]).toEqual([1, 3])
  expect(states.get(1)).toMatchObject({ cursor: { anchor: at(1), head: at(2) }, user: { name: 'Anna', colour: 3 } })
  expect(states.get(3)?.user.name).toBe('Gast')
})

test('somebody who stands in front of the first letter is held by the beginning, everybody else by a letter', () => {
  const { others, carets, ydoc } = aBoardWithOthers()
  const text = new Y.XmlText('Hallo')
  ydoc.getXmlFragment('text').insert(0, [text])
  const place = (index: number) => parseTextCursor({ anchor: positionAt(text, index), head: positionAt(text, index) })!
  others.set([0, 3].map((index) => ({ clientId: index, seat, cursor: place(index) })))
  const headOf = (clientId: number) => carets.getStates().get(clientId)!.cursor.head
  expect(headOf(0)).toEqual({ type: place(0).head.type, tname: null, item: null, assoc: -1 })
  expect(headOf(3)).toEqual(place(3).head)
})

test('an editor hears of carets that move, and not of pointers', () => {
  const { others, carets } = aBoardWithOthers()
  const told = vi.fn<() => void>()
  carets.on('change', told)
  const one: Presence = { clientId: 1, seat, cursor: { anchor: at(1), head: at(1) } }
  others.set([one])
  expect(told).toHaveBeenCalledTimes(1)
  others.set([{ ...one, place: { fieldId: 'free' as never, x: 1, y: 2 } }])
  expect(told).toHaveBeenCalledTimes(1)
  others.set([])
  expect(told).toHaveBeenCalledTimes(2)
  carets.off('change', told)
  others.set([one])
  expect(told).toHaveBeenCalledTimes(2)
})

test('the own caret is shown to the others as plain data, and taken away once', () => {
  const { update, carets } = aBoardWithOthers()
  carets.setLocalStateField('cursor', null)
  expect(update).not.toHaveBeenCalled()
  const cursor = { anchor: at(1), head: at(2) }
  carets.setLocalStateField('cursor', cursor)
  expect(update).toHaveBeenLastCalledWith({ cursor })
  expect(carets.getLocalState()).toEqual({ cursor })
  carets.setLocalStateField('cursor', null)
  carets.setLocalStateField('cursor', null)
  expect(update.mock.calls).toEqual([[{ cursor }], [{ cursor: null }]])
})

test.each([
  ['no object', 7],
  ['nothing in it', {}],
  ['half of it', { anchor: at(1) }],
  ['no place', { anchor: { type: null, item: null }, head: at(1) }],
  ['the name of a root', { anchor: { tname: 'items' }, head: at(1) }],
  ['an id that is none', { anchor: { item: { client: '7', clock: 1 } }, head: at(1) }],
  ['a number that is none', { anchor: { item: { client: 7, clock: -1 } }, head: at(1) }],
  ['a nested one', { anchor: { item: { client: { client: 7 }, clock: 1 } }, head: at(1) }],
])('a cursor with %s is passed over', (_what, cursor) => {
  expect(parseTextCursor(cursor)).toBeNull()
})

test('what a cursor brings along beside its places is left behind', () => {
  const cursor = { anchor: { ...at(1), extra: {} }, head: { item: { client: 7, clock: 2, __proto__: {} } }, more: 1 }
  expect(parseTextCursor(cursor)).toEqual({ anchor: at(1), head: at(2) })
})
