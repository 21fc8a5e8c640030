import { newId, type GroupId, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Seat } from '../seams.ts'
import { readFrame } from './frames.ts'
import { PresenceHub, readPresence, type PresenceMember } from './PresenceHub.ts'
import { ORDINARY_SEAT } from '../testing/ordinarySeat.ts'

const NAME = 'group/Gaaaaaaaaaaaaaaaaaaaaa'

/** A member with the awareness of a real client. */
class Member implements PresenceMember {
  readonly seat: Seat
  readonly awareness = new Awareness(new Y.Doc())
  frames = 0
  readonly received: string[] = []

  constructor(name: string) {
    const ids = { id: newId<SeatId>(), workshopId: newId<WorkshopId>(), groupId: newId<GroupId>() }
    this.seat = { ...ids, role: 'participant', name, organisation: 'Land A', ...ORDINARY_SEAT }
    this.awareness.setLocalState(null)
  }

  sendPresence(bytes: Uint8Array): void {
    this.frames += 1
    const { body } = readFrame(bytes)!
    const update = body.block()
    this.received.push(Buffer.from(update).toString())
    applyAwarenessUpdate(this.awareness, update, 'hub')
  }
}

let hub: PresenceHub
let anna: Member
let ben: Member
const at = (x: number): string => JSON.stringify({ place: { fieldId: 'free', x, y: 0 } })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] })
  hub = new PresenceHub(NAME)
  anna = new Member('Anna')
  ben = new Member('Ben')
  hub.join(anna)
  hub.join(ben)
})
afterEach(() => {
  hub.close()
  anna.awareness.destroy()
  ben.awareness.destroy()
  vi.useRealTimers()
})

it('[S6] [P1] replaces whatever a client says about its seat', () => {
  hub.set(anna, { clientId: 1, clock: 1, state: '{"seat":{"name":"Chefin"},"place":{"x":1}}' })
  vi.advanceTimersByTime(50)
  expect(ben.awareness.getStates().get(1)).toMatchObject({ place: { x: 1 }, seat: { id: anna.seat.id, name: 'Anna' } })
})

it('[P6] says who moderates, and takes it from nobody else', () => {
  const claim = '{"seat":{"isModerating":true},"isLookingOn":true}'
  const mo: PresenceMember = { seat: { ...ben.seat, role: 'moderator', name: 'Mo' }, sendPresence: () => undefined }
  hub.join(mo)
  hub.set(anna, { clientId: 1, clock: 1, state: claim })
  hub.set(mo, { clientId: 2, clock: 1, state: '{"isLookingOn":true}' })
  vi.advanceTimersByTime(50)
  const states = ben.awareness.getStates()
  expect(states.get(1)?.['seat']).not.toHaveProperty('isModerating')
  expect(states.get(2)).toMatchObject({ isLookingOn: true, seat: { name: 'Mo', isModerating: true } })
})

it.each([
  ['another user', '{"user":{"name":"Chefin","color":"#ff0000"}}'],
  ['equal keys', '{"user":{"name":"Chefin"},"seat":{"name":"Chefin"},"user":{"name":"Chefin"},"seat":null}'],
  ['escaped keys', '{"\\u0075ser":{"name":"Chefin"},"\\u0073eat":{"name":"Chefin"}}'],
  ['no object', '{"user":"Chefin","seat":["Chefin"]}'],
  ['what follows the object', '{"cursor":null} '],
])('[P1] nobody takes another name with %s', (_what, state) => {
  hub.set(anna, { clientId: 1, clock: 1, state })
  vi.advanceTimersByTime(50)
  const shown = ben.awareness.getStates().get(1)!
  expect(shown['user']).toEqual({ name: 'Anna', color: expect.stringMatching(/^#[0-9a-f]{6}$/) })
  expect(shown['seat']).toMatchObject({ id: anna.seat.id, name: 'Anna' })
  expect(ben.received.join()).not.toContain('Chefin')
})

it.each(['{"__proto__":{"user":{"name":"Chefin"}}}', '{"a":{"\\u005f_proto__":{"isAdmin":true}}}'])(
  '[P1] lets nothing through that reaches for a prototype: %s',
  (state) => {
    hub.set(anna, { clientId: 1, clock: 1, state })
    vi.advanceTimersByTime(50)
    expect(ben.awareness.getStates().has(1)).toBe(false)
  },
)

it('[P1] shows an organisation in place of a missing name, and nothing in place of both', () => {
  for (const [clientId, seat] of [
    [1, { ...anna.seat, name: '' }],
    [2, { ...anna.seat, name: '', organisation: '' }],
  ] as const) {
    const member = { seat, sendPresence: () => undefined }
    hub.join(member)
    hub.set(member, { clientId, clock: 1, state: '{"user":{"name":"Chefin"}}' })
  }
  vi.advanceTimersByTime(50)
  expect(ben.awareness.getStates().get(1)?.['user']).toHaveProperty('name', 'Land A')
  expect(ben.awareness.getStates().get(2)?.['user']).not.toHaveProperty('name')
})

it('passes on what is nested deeply within the bounds of a state, and everybody can read it', () => {
  const state = `{"deep":${'['.repeat(1_900)}${']'.repeat(1_900)}}`
  hub.set(anna, { clientId: 1, clock: 1, state })
  hub.set(anna, { clientId: 1, clock: 2, state })
  vi.advanceTimersByTime(50)
  expect(ben.awareness.getStates().get(1)).toMatchObject({ user: { name: 'Anna' } })
})

it('stamps an empty state too, and drops what is no object or too large', () => {
  hub.set(anna, { clientId: 1, clock: 1, state: ' {} ' })
  for (const [clientId, state] of [
    [2, '[]'],
    [3, '{"a":'],
    [4, JSON.stringify({ big: 'x'.repeat(9_999) })],
    [5, '7'],
  ] as const) {
    hub.set(anna, { clientId, clock: 1, state })
  }
  vi.advanceTimersByTime(50)
  expect(Array.from(ben.awareness.getStates().keys())).toEqual([1])
  expect(ben.awareness.getStates().get(1)).toMatchObject({ seat: { name: 'Anna' } })
})

it('[S6] [P2] sends the first move at once and the following ones as one frame per tick with the last position', () => {
  hub.set(anna, { clientId: 1, clock: 1, state: at(1) })
  vi.advanceTimersByTime(0)
  expect(ben.frames).toBe(1)
  for (let clock = 2; clock <= 30; clock += 1) {
    hub.set(anna, { clientId: 1, clock, state: at(clock) })
    hub.set(ben, { clientId: 2, clock, state: at(-clock) })
  }
  vi.advanceTimersByTime(39)
  expect(ben.frames).toBe(1)
  vi.advanceTimersByTime(1)
  expect(ben.frames).toBe(2)
  expect(ben.awareness.getStates().get(1)).toMatchObject({ place: { x: 30 } })
  vi.advanceTimersByTime(1_000)
  expect(ben.frames).toBe(2)
})

it('[P3] gives a late joiner everybody, and takes away whoever leaves', () => {
  hub.set(anna, { clientId: 1, clock: 1, state: at(1) })
  vi.advanceTimersByTime(50)
  const clara = new Member('Clara')
  hub.join(clara)
  expect(Array.from(clara.awareness.getStates().keys())).toEqual([1])
  hub.leave(anna)
  vi.advanceTimersByTime(50)
  expect(clara.awareness.getStates().size).toBe(0)
  clara.awareness.destroy()
})

it('shows somebody again who comes back with the clock it left with', () => {
  hub.set(anna, { clientId: 1, clock: 4, state: at(1) })
  vi.advanceTimersByTime(50)
  hub.leave(anna)
  vi.advanceTimersByTime(50)
  expect(ben.awareness.getStates().has(1)).toBe(false)
  hub.join(anna)
  hub.set(anna, { clientId: 1, clock: 4, state: at(1) })
  vi.advanceTimersByTime(50)
  expect(ben.awareness.getStates().has(1)).toBe(true)
})

it('[P3] a person who came back is seen moving, and seen leaving', () => {
  hub.set(anna, { clientId: 1, clock: 4, state: at(1) })
  for (const clock of [4, 5]) {
    hub.leave(anna)
    hub.join(anna)
    hub.set(anna, { clientId: 1, clock, state: at(clock) })
    vi.advanceTimersByTime(50)
    expect(ben.awareness.getStates().get(1)).toMatchObject({ place: { x: clock } })
  }
  hub.set(anna, { clientId: 1, clock: 6, state: at(6) })
  vi.advanceTimersByTime(50)
  expect(ben.awareness.getStates().get(1)).toMatchObject({ place: { x: 6 } })
  hub.leave(anna)
  vi.advanceTimersByTime(50)
  expect(ben.awareness.getStates().has(1)).toBe(false)
})

it('[P4] a tab that repeats what it is told about another tab of its seat does not take it over', () => {
  const tab: PresenceMember = { seat: anna.seat, sendPresence: () => undefined }
  hub.join(tab)
  const told = (x: number): string => JSON.stringify({ ...(JSON.parse(at(x)) as object), ...identity })
  hub.set(anna, { clientId: 1, clock: 1, state: at(1) })
  vi.advanceTimersByTime(50)
  const { seat, user } = ben.awareness.getStates().get(1)!
  const identity = { seat, user }
  hub.set(tab, { clientId: 1, clock: 1, state: told(1) })
  hub.set(anna, { clientId: 1, clock: 2, state: at(2) })
  hub.set(tab, { clientId: 1, clock: 1, state: told(1) })
  vi.advanceTimersByTime(50)
  expect(ben.awareness.getStates().get(1)).toMatchObject({ place: { x: 2 } })
  hub.leave(anna)
  for (const clock of [1, 2]) hub.set(tab, { clientId: 1, clock, state: told(clock) })
  vi.advanceTimersByTime(50)
  expect(ben.awareness.getStates().has(1)).toBe(false)
})

it('[P4] what a second tab has heard of the first one without the server does not make it the second tab', () => {
  const tab: PresenceMember = { seat: anna.seat, sendPresence: () => undefined }
  hub.join(tab)
  for (let clock = 1; clock <= 5; clock += 1) {
    hub.set(anna, { clientId: 1, clock, state: at(clock) })
    hub.set(tab, { clientId: 1, clock, state: at(clock) })
  }
  vi.advanceTimersByTime(50)
  expect(ben.awareness.getStates().get(1)).toMatchObject({ place: { x: 5 } })
  hub.leave(anna)
  vi.advanceTimersByTime(50)
  expect(ben.awareness.getStates().has(1)).toBe(false)
})

it('[P5] one connection shows four states at most, and no clock that nobody could count on', () => {
  for (let clientId = 1; clientId <= 50; clientId += 1) hub.set(anna, { clientId, clock: 1, state: at(1) })
  hub.set(ben, { clientId: 60, clock: Number.MAX_SAFE_INTEGER, state: at(1) })
  vi.advanceTimersByTime(50)
  expect(Array.from(ben.awareness.getStates().keys())).toEqual([1, 2, 3, 4])
})

it('hands over a client id to the new connection when the old one ends late', () => {
  const again = new Member('Anna')
  hub.set(anna, { clientId: 1, clock: 4, state: at(1) })
  hub.join(again)
  hub.set(again, { clientId: 1, clock: 5, state: at(2) })
  hub.leave(anna)
  vi.advanceTimersByTime(50)
  expect(ben.awareness.getStates().get(1)).toMatchObject({ place: { x: 2 } })
  again.awareness.destroy()
})

it('refuses a presence frame that claims more entries than it has bytes', () => {
  const frame = readFrame(new Uint8Array([1, 120, 1, 5, 255, 255, 255, 255, 7]))!
  expect(() => readPresence(frame.body)).toThrow(expect.objectContaining({ code: 'update.malformed' }))
})
