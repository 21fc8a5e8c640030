import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { FakeWire } from '../testing/FakeWire.ts'
import { BEHIND_BYTES, SlowReader, type ReadDocument } from './SlowReader.ts'

const MEGABYTE = 1024 * 1024

/** A document that somebody edits, and a reader's copy of it. */
class Desk implements ReadDocument {
  readonly ydoc = new Y.Doc()
  readonly copy = new Y.Doc()
  readonly diffs: Uint8Array[] = []
  /** Updates of the last edits, as the engine broadcasts them. */
  readonly updates: Uint8Array[] = []

  constructor() {
    this.ydoc.on('update', (update: Uint8Array) => this.updates.push(update))
  }

  /** Edit and offer it to the reader; returns whether it is owed now. */
  edit(reader: SlowReader, change: (text: Y.Text) => void): boolean {
    change(this.ydoc.getText('items'))
    const update = this.updates.pop() as Uint8Array
    const isOwed = reader.owes(this, update)
    if (!isOwed) Y.applyUpdate(this.copy, update)
    return isOwed
  }

  catchUp(from: Uint8Array): void {
    const diff = Y.encodeStateAsUpdate(this.ydoc, from)
    this.diffs.push(diff)
    Y.applyUpdate(this.copy, diff)
  }
}

let wire: FakeWire
let cutOffs: number
let reader: SlowReader
let desk: Desk

beforeEach(() => {
  vi.useFakeTimers()
  wire = new FakeWire()
  cutOffs = 0
  reader = new SlowReader({
    wire,
    cutOff: () => {
      cutOffs += 1
      reader.close()
    },
  })
  desk = new Desk()
})
afterEach(() => vi.useRealTimers())

it('[B2] owes updates to a reader that is behind, and brings all in one diff, deletions included', async () => {
  expect(desk.edit(reader, (text) => text.insert(0, 'Anfang und Ende'))).toBe(false)
  wire.backlogBytes = BEHIND_BYTES + 1
  expect(desk.edit(reader, (text) => text.delete(0, 6))).toBe(true)
  expect(desk.edit(reader, (text) => text.insert(0, 'Mitte'))).toBe(true)
  wire.backlogBytes = 100_000
  expect(desk.edit(reader, (text) => text.insert(0, '!'))).toBe(true)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(desk.diffs).toEqual([])
  expect(desk.copy.getText('items').toJSON()).toBe('Anfang und Ende')
  wire.backlogBytes = 0
  await vi.advanceTimersByTimeAsync(1_000)
  expect(desk.diffs).toHaveLength(1)
  expect(desk.copy.getText('items').toJSON()).toBe('!Mitte und Ende')
  expect(desk.copy.store.pendingStructs).toBeNull()
  expect(desk.edit(reader, (text) => text.insert(0, '?'))).toBe(false)
})

it('[B2] begins the diff with the first update that was not sent, whoever wrote it', async () => {
  desk.edit(reader, (text) => text.insert(0, 'alt'.repeat(10_000)))
  wire.backlogBytes = BEHIND_BYTES + 1
  const other = new Y.Doc()
  other.getText('items').insert(0, 'neu')
  Y.applyUpdate(desk.ydoc, Y.encodeStateAsUpdate(other))
  expect(reader.owes(desk, desk.updates.pop() as Uint8Array)).toBe(true)
  wire.backlogBytes = 0
  await vi.advanceTimersByTimeAsync(1_000)
  expect(desk.copy.getText('items').toJSON()).toBe(desk.ydoc.getText('items').toJSON())
  expect(desk.diffs[0]?.length).toBeLessThan(1_000)
})

it('[B2] pays one document after the other, and none when the reader has asked for the content itself', async () => {
  const others = [new Desk(), new Desk()]
  wire.backlogBytes = BEHIND_BYTES + 1
  for (const document of [desk, ...others]) document.edit(reader, (text) => text.insert(0, 'a'))
  reader.contentQueued(desk)
  wire.backlogBytes = 0
  const pay = vi.spyOn(others[0] as Desk, 'catchUp').mockImplementation(() => {
    wire.backlogBytes = MEGABYTE
  })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(pay).toHaveBeenCalledOnce()
  expect(others[1]?.diffs).toEqual([])
  wire.backlogBytes = 0
  await vi.advanceTimersByTimeAsync(1_000)
  expect(others[1]?.diffs).toHaveLength(1)
  expect(desk.diffs).toEqual([])
})

it('[B3] queues short frames however far behind a reader is, up to 1 MB beside the content', () => {
  wire.backlogBytes = 3 * MEGABYTE
  reader.contentQueued(desk)
  wire.backlogBytes = 3.9 * MEGABYTE
  expect(reader.takesShort()).toBe(true)
  wire.backlogBytes = 4.1 * MEGABYTE
  expect(reader.takesShort()).toBe(false)
  expect(cutOffs).toBe(1)
})

it('[B4] cuts off a reader that takes nothing for 30 seconds, not one that takes a little', async () => {
  wire.backlogBytes = 2 * MEGABYTE
  desk.edit(reader, (text) => text.insert(0, 'a'))
  for (let second = 0; second < 100; second += 1) {
    wire.backlogBytes -= 10_000
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(cutOffs).toBe(0)
  await vi.advanceTimersByTimeAsync(29_000)
  expect(cutOffs).toBe(0)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(cutOffs).toBe(1)
})

it('[B4] cuts off a reader that is behind for five minutes', async () => {
  wire.backlogBytes = 2 * MEGABYTE
  desk.edit(reader, (text) => text.insert(0, 'a'))
  for (let second = 0; second < 302; second += 1) {
    wire.backlogBytes -= 1
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(cutOffs).toBe(1)
})
