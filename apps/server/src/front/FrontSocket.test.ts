import { newId, type SeatId } from '@tafelrunde/schema/plain'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Channel } from './Channel.ts'
import { FrontSocket } from './FrontSocket.ts'
import type { SocketHost } from './SocketParts.ts'
import { deniedFrame, FRAME, PING, PONG, updateFrame } from './frames.ts'
import { FakeWire } from '../testing/FakeWire.ts'
import { SeatBudget } from './SeatBudget.ts'

const BOARD = `group/${newId<string>()}` as const

let wire: FakeWire
let forwarded: Uint8Array[]
let socket: FrontSocket
let exhausted: FrontSocket[]
/** The socket's channel, as far as it is asked. */
const channelOf = (parts: object = {}): Channel =>
  ({ name: BOARD, seat: { id: newId<SeatId>() }, ...parts }) as unknown as Channel
/** The first frame of a provider for a document. */
function tokenFrame(name: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, FRAME.auth)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, 'seat_x')
  return encoding.toUint8Array(encoder)
}

afterEach(() => vi.useRealTimers())
beforeEach(() => {
  wire = new FakeWire()
  forwarded = []
  exhausted = []
  const budget = new SeatBudget()
  const host: SocketHost = {
    heard: () => undefined,
    admitted: () => undefined,
    seated: () => budget,
    exhausted: (socket) => void exhausted.push(socket),
    closed: () => undefined,
  }
  socket = new FrontSocket({ makeWire: () => wire, about: { schemaVersion: null }, host })
  socket.connect({ handleMessage: (frame) => void forwarded.push(frame), handleClose: () => undefined })
})

it('[A2] hangs up at the first beat after ten seconds without an accepted token', () => {
  const openedAt = performance.now()
  socket.beat(openedAt + 9_000)
  expect(wire.ended).toBeNull()
  expect(wire.sent).toEqual([PING])
  socket.beat(openedAt + 11_000)
  expect(wire.ended).toBe('4401 token.missing')
})

it('[A2] leaves a socket alone that has opened a document', () => {
  socket.opened(channelOf())
  socket.beat(performance.now() + 11_000)
  expect(wire.ended).toBeNull()
})

it('[A3] cuts off whoever is silent for 45 seconds, and waits for whom it does not read itself', () => {
  socket.opened(channelOf())
  wire.isPaused = true
  socket.beat(performance.now() + 46_000)
  expect(wire.ended).toBeNull()
  wire.isPaused = false
  socket.beat(performance.now() + 46_000)
  expect(wire.ended).toBe('cut off')
})

it('[R1] does not read on for a while beyond the burst of its seat, and reads on afterwards', async () => {
  vi.useFakeTimers()
  for (let frames = 0; frames < 20_000; frames += 1) socket.receive(PONG)
  expect(wire.isPaused).toBe(false)
  for (let frames = 0; frames < 10_000 && !wire.isPaused; frames += 1) socket.receive(PONG)
  expect(wire.isPaused).toBe(true)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(wire.isPaused).toBe(false)
  expect(exhausted).toEqual([])
})

it('[R3] gives a seat up that sends several bursts at once', () => {
  for (let frames = 0; frames < 200_000 && exhausted.length === 0; frames += 1) socket.receive(PONG)
  expect(exhausted).toEqual([socket])
})

it('[A4] holds up a laptop that comes back with an hour of edits until its board is open', () => {
  const received: Uint8Array[] = []
  socket.receive(tokenFrame(BOARD))
  for (let edits = 0; edits < 600; edits += 1) socket.receive(updateFrame(BOARD, new Uint8Array([0, 0])))
  expect(wire.isPaused).toBe(true)
  expect(wire.ended).toBeNull()
  socket.opened(channelOf({ receive: (_frame: unknown, raw: Uint8Array) => void received.push(raw) }))
  expect(received).toHaveLength(600)
  expect(wire.isPaused).toBe(false)
})

it('[A4] hangs up on whoever sends edits for a document without showing a token', () => {
  for (let edits = 0; edits < 100 && wire.isOpen; edits += 1) {
    socket.receive(updateFrame(BOARD, new Uint8Array([0, 0])))
  }
  expect(wire.ended).toBe('4429 request.tooMany')
})

it('[A4] keeps back what comes before a document is open, and the engine sees none of it', () => {
  socket.receive(updateFrame(BOARD, new Uint8Array([0, 0])))
  expect(forwarded).toEqual([])
  const received: Uint8Array[] = []
  socket.opened(channelOf({ receive: (_frame: unknown, raw: Uint8Array) => void received.push(raw) }))
  expect(received).toHaveLength(1)
  expect(forwarded).toEqual([])
})

it('[A3] takes no more documents than a person looks at', () => {
  const names = Array.from({ length: 41 }, () => `group/${newId<string>()}`)
  for (const name of names) {
    expect(wire.ended).toBeNull()
    socket.receive(updateFrame(name, new Uint8Array([0, 0])))
  }
  expect(wire.ended).toBe('4429 request.tooMany')
})

it('[A2] hangs up on a stranger that tries token after token, on one document or on many', () => {
  for (let tries = 0; tries < 100 && wire.isOpen; tries += 1) {
    socket.receive(tokenFrame(BOARD))
    socket.send(deniedFrame(BOARD, 'seat.unknown'))
  }
  expect(wire.ended).toBe('4429 request.tooMany')
  expect(forwarded.length).toBeLessThan(20)
})

it('[A2] leaves a client alone whose token opens none of its documents any more', () => {
  const names = Array.from({ length: 5 }, () => `group/${newId<string>()}`)
  for (const name of [...names, ...names]) {
    socket.receive(tokenFrame(name))
    socket.send(deniedFrame(name, 'seat.revoked'))
  }
  expect(wire.ended).toBeNull()
})

it('[A3] hangs up on whoever is refused one document after the other', () => {
  socket.opened(channelOf())
  for (let refused = 0; refused < 1_100 && wire.isOpen; refused += 1) {
    const name = `group/${newId<string>()}`
    socket.receive(tokenFrame(name))
    socket.send(deniedFrame(name, 'document.notOpen'))
  }
  expect(wire.ended).toBe('4429 request.tooMany')
})
