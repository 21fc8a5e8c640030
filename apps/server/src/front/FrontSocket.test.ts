import { newId } from '@tafelrunde/schema/plain'
import { ERRORS, type ErrorCode } from '@tafelrunde/protocol'
import { beforeEach, expect, it } from 'vitest'
import type { Channel } from './Channel.ts'
import { FrontSocket } from './FrontSocket.ts'
import { deniedFrame, FRAME, PING, updateFrame } from './frames.ts'
import type { Wire } from './Wire.ts'

const BOARD = `group/${newId<string>()}` as const

/** A wire without a network; `ended` is how it was closed. */
class FakeWire implements Wire {
  readonly silenceMs = 45_000
  readonly sent: Uint8Array[] = []
  backlogBytes = 0
  isPaused = false
  ended: string | null = null
  get isOpen(): boolean {
    return this.ended === null
  }
  send(frame: Uint8Array): void {
    this.sent.push(frame)
  }
  sendPresence(frame: Uint8Array): void {
    this.sent.push(frame)
  }
  end(code: ErrorCode): void {
    this.ended = `${ERRORS[code].close} ${code}`
  }
  terminate(): void {
    this.ended = 'cut off'
  }
  pause(): void {
    this.isPaused = true
  }
  resume(): void {
    this.isPaused = false
  }
}

let wire: FakeWire
let forwarded: Uint8Array[]
let socket: FrontSocket

beforeEach(() => {
  wire = new FakeWire()
  forwarded = []
  socket = new FrontSocket({ makeWire: () => wire, about: { schemaVersion: null }, onClosed: () => undefined })
  socket.connect({ handleMessage: (frame) => void forwarded.push(frame), handleClose: () => undefined })
})

it('[A2] hangs up at the first beat after ten seconds without an accepted token', () => {
  const openedAt = Date.now()
  socket.beat(openedAt + 9_000)
  expect(wire.ended).toBeNull()
  expect(wire.sent).toEqual([PING])
  socket.beat(openedAt + 11_000)
  expect(wire.ended).toBe('4401 token.missing')
})

it('[A2] leaves a socket alone that has opened a document', () => {
  socket.opened({ name: BOARD } as Channel)
  socket.beat(Date.now() + 11_000)
  expect(wire.ended).toBeNull()
})

it('[A3] cuts off whoever is silent for 45 seconds, and waits for whom it does not read itself', () => {
  socket.opened({ name: BOARD } as Channel)
  wire.isPaused = true
  socket.beat(Date.now() + 46_000)
  expect(wire.ended).toBeNull()
  wire.isPaused = false
  socket.beat(Date.now() + 46_000)
  expect(wire.ended).toBe('cut off')
})

it('[A3] does not read on in a second in which it got two thousand frames', () => {
  for (let frames = 0; frames < 4_000 && !wire.isPaused; frames += 1) socket.receive(new Uint8Array([FRAME.pong]))
  expect(wire.isPaused).toBe(true)
})

it('[A4] keeps back what comes before a document is open, and the engine sees none of it', () => {
  socket.receive(updateFrame(BOARD, new Uint8Array([0, 0])))
  expect(forwarded).toEqual([])
  const received: Uint8Array[] = []
  const channel = { name: BOARD, receive: (_frame: unknown, raw: Uint8Array) => void received.push(raw) }
  socket.opened(channel as unknown as Channel)
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

it('[A3] hangs up on whoever is refused one document after the other', () => {
  for (let refused = 0; refused < 1_100 && wire.ended === null; refused += 1) {
    const name = `group/${newId<string>()}`
    socket.receive(updateFrame(name, new Uint8Array([0, 0])))
    socket.send(deniedFrame(name, 'document.notOpen'))
  }
  expect(wire.ended).toBe('4429 request.tooMany')
})
