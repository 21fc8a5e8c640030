import { newId, type GroupId, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Seat } from '../seams.ts'
import { readFrame } from './frames.ts'
import { PresenceHub, readPresence, type PresenceMember } from './PresenceHub.ts'

const NAME = 'group/Gaaaaaaaaaaaaaaaaaaaaa'

/** A member with the awareness of a real client. */
class Member implements PresenceMember {
  readonly seat: Seat
  readonly awareness = new Awareness(new Y.Doc())
  frames = 0

  constructor(name: string) {
    const ids = { id: newId<SeatId>(), workshopId: newId<WorkshopId>(), groupId: newId<GroupId>() }
    this.seat = { ...ids, role: 'participant', name, organisation: 'Land A' }
    this.awareness.setLocalState(null)
  }

  sendPresence(bytes: Uint8Array): void {
    this.frames += 1
    const { body } = readFrame(bytes)!
    applyAwarenessUpdate(this.awareness, body.block(), 'hub')
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

it('[S6] replaces whatever a client says about its seat', () => {
  hub.set(anna, { clientId: 1, clock: 1, state: '{"seat":{"name":"Chefin"},"place":{"x":1}}' })
  vi.advanceTimersByTime(50)
  expect(ben.awareness.getStates().get(1)).toMatchObject({ place: { x: 1 }, seat: { id: anna.seat.id, name: 'Anna' } })
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

it('[S6] sends the first move at once and the following ones as one frame per tick with the last position', () => {
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

it('gives a late joiner everybody, and takes away whoever leaves', () => {
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
