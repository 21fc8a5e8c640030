import { EventEmitter } from 'node:events'
import { newId } from '@tafelrunde/schema/plain'
import { beforeEach, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import type { Channel } from './Channel.ts'
import { FrontSocket } from './FrontSocket.ts'
import { deniedFrame, FRAME, PING, updateFrame } from './frames.ts'
import type { Outbox } from './Outbox.ts'

const BOARD = `group/${newId<string>()}` as const

/** A socket without a network; `closed` is how it ended. */
class FakeWebSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  isPaused = false
  closed: string | null = null
  close(code: number, reason: string): void {
    this.readyState = 2
    this.closed = `${code} ${reason}`
  }
  terminate(): void {
    this.readyState = 3
    this.closed = 'cut off'
  }
  pause(): void {
    this.isPaused = true
  }
  resume(): void {
    this.isPaused = false
  }
}

let ws: FakeWebSocket
let sent: Uint8Array[]
let forwarded: Uint8Array[]
let socket: FrontSocket

beforeEach(() => {
  ws = new FakeWebSocket()
  sent = []
  forwarded = []
  const outbox = { send: (bytes: Uint8Array) => void sent.push(bytes), uncork: () => undefined }
  socket = new FrontSocket(ws as unknown as WebSocket, outbox as unknown as Outbox)
  socket.connect({ handleMessage: (frame) => void forwarded.push(frame), handleClose: () => undefined })
})

it('[A2] hangs up at the first beat after ten seconds without an accepted token', () => {
  const openedAt = Date.now()
  socket.beat(openedAt + 9_000)
  expect(ws.closed).toBeNull()
  expect(sent).toEqual([PING])
  socket.beat(openedAt + 11_000)
  expect(ws.closed).toBe('4401 token.missing')
})

it('[A2] leaves a socket alone that has opened a document', () => {
  socket.opened({ name: BOARD } as Channel)
  socket.beat(Date.now() + 11_000)
  expect(ws.closed).toBeNull()
})

it('[A3] cuts off whoever is silent for 45 seconds, and waits for whom it does not read itself', () => {
  socket.opened({ name: BOARD } as Channel)
  ws.isPaused = true
  socket.beat(Date.now() + 46_000)
  expect(ws.closed).toBeNull()
  ws.isPaused = false
  socket.beat(Date.now() + 46_000)
  expect(ws.closed).toBe('cut off')
})

it('[A3] does not read on in a second in which it got two thousand frames', () => {
  for (let frames = 0; frames < 4_000 && !ws.isPaused; frames += 1) ws.emit('message', Buffer.from([FRAME.pong]), true)
  expect(ws.isPaused).toBe(true)
})

it('[A4] keeps back what comes before a document is open, and the engine sees none of it', () => {
  ws.emit('message', Buffer.from(updateFrame(BOARD, new Uint8Array([0, 0]))), true)
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
    expect(ws.closed).toBeNull()
    ws.emit('message', Buffer.from(updateFrame(name, new Uint8Array([0, 0]))), true)
  }
  expect(ws.closed).toBe('4429 request.tooMany')
})

it('[A3] hangs up on whoever is refused one document after the other', () => {
  for (let refused = 0; refused < 1_100 && ws.closed === null; refused += 1) {
    const name = `group/${newId<string>()}`
    ws.emit('message', Buffer.from(updateFrame(name, new Uint8Array([0, 0]))), true)
    socket.send(deniedFrame(name, 'document.notOpen'))
  }
  expect(ws.closed).toBe('4429 request.tooMany')
})
