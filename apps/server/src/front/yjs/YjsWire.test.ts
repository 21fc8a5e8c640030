import { encodeRefusalMessage, parseRefusalMessage, type ErrorCode } from '@tafelrunde/protocol'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { ByteReader } from '../ByteReader.ts'
import {
  acknowledgementFrame,
  closeFrame,
  deniedFrame,
  FRAME,
  PING,
  PONG,
  presenceEntry,
  presenceFrame,
  readFrame,
  statelessFrame,
  updateFrame,
} from '../frames.ts'
import type { UpgradedSocket } from '../SocketEndpoint.ts'
import type { Wire, WireEvents } from '../Wire.ts'
import { deniedMessage, meaningOf, NOTHING_NEW } from './dialect.ts'
import { YjsWire } from './YjsWire.ts'

const NAME = 'group/Gaaaaaaaaaaaaaaaaaaaaa'

/** The bare socket below the wire. */
class Below implements Wire {
  isOpen = true
  readonly backlogBytes = 0
  readonly silenceMs = 45_000
  isPaused = false
  readonly sent: Uint8Array[] = []
  readonly ends: ErrorCode[] = []
  pings = 0
  events: WireEvents | null = null

  send(frame: Uint8Array): void {
    this.sent.push(frame)
  }
  sendPresence(frame: Uint8Array): void {
    this.sent.push(frame)
  }
  ping(): void {
    this.pings += 1
  }
  pause(): void {
    this.isPaused = true
  }
  resume(): void {
    this.isPaused = false
  }
  end(code: ErrorCode): void {
    this.ends.push(code)
    this.isOpen = false
  }
  terminate(): void {
    this.isOpen = false
  }
}

let below: Below
let wire: YjsWire
let received: Uint8Array[]
let waitMs: number

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  below = new Below()
  received = []
  waitMs = 0
  const upgraded = {
    makeWire: (events: WireEvents) => {
      below.events = events
      return below
    },
  } as unknown as UpgradedSocket
  wire = new YjsWire({
    upgraded,
    events: { receive: (frame) => void received.push(frame), closed: () => undefined },
    host: { meaningOf, refused: () => waitMs },
    address: NAME,
    ticket: 'ticket_a',
  })
})
afterEach(() => vi.useRealTimers())

it('[Y4] gives a message its address, and takes it away from what goes back', () => {
  const update = new Uint8Array([1, 2, 3])
  const frame = updateFrame(NAME, update)
  const message = frame.subarray(1 + NAME.length)
  below.events?.receive(message)
  expect(received).toEqual([frame])
  wire.send(frame)
  expect(below.sent).toEqual([message])
})

it('[Y4] tells the client of a server that asks for its content', () => {
  const frame = updateFrame(NAME, new Uint8Array([9]))
  frame[1 + NAME.length] = FRAME.syncReply
  wire.send(frame)
  expect(below.sent[0]?.[0]).toBe(0)
  expect(frame[1 + NAME.length]).toBe(FRAME.syncReply)
})

it.each([[[]], [[2, 0, 0]], [[5, 1]], [[9]], [[10]], [[255, 255]]])(
  '[Y4] hangs up on %j, which is no message of a client',
  (message) => {
    below.events?.receive(new Uint8Array(message))
    expect(below.ends).toEqual(['update.malformed'])
    expect(received).toEqual([])
  },
)

it('[Y7] sends nothing for an acknowledgement, and answers for the client that writing may end', async () => {
  wire.send(acknowledgementFrame(NAME))
  const ending = { type: 'writing.ending', id: 'e1', reason: 'board.frozen', graceMs: 3_000 } as const
  wire.send(statelessFrame(NAME, encodeRefusalMessage(ending)))
  wire.send(statelessFrame(NAME, encodeRefusalMessage({ type: 'writing.open' })))
  await Promise.resolve()
  expect(below.sent).toEqual([])
  const answers = received.map((frame) => readFrame(frame))
  expect(answers.map((frame) => [frame?.address, frame?.type])).toEqual([[NAME, FRAME.stateless]])
  expect(parseRefusalMessage(answers[0]!.body.string())).toEqual({ type: 'writing.flushed', id: 'e1' })
})

it.each([
  ['a refused document', deniedFrame(NAME, 'document.notOpen'), 'document.notOpen'],
  ['a document that is closed', closeFrame(NAME, 'board.frozen'), 'board.frozen'],
  ['a reason that is no code', closeFrame(NAME, 'whatever'), 'internal'],
])('[Y6] says why and closes after %s', (_what, frame, code) => {
  wire.send(frame)
  expect(below.sent).toEqual([deniedMessage(code)])
  expect(below.ends).toEqual([code])
})

it('[Y6] who is refused again and again is told at once and closed later; nothing passes in between', () => {
  waitMs = 2_000
  wire.send(closeFrame(NAME, 'board.frozen'))
  expect(below.sent).toEqual([deniedMessage('board.frozen')])
  expect([wire.isOpen, below.ends]).toEqual([false, []])
  vi.advanceTimersByTime(2_000)
  expect(below.ends).toEqual(['board.frozen'])
})

it('[Y6] a stop of the server does not wait for a refused client', () => {
  waitMs = 2_000
  wire.send(closeFrame(NAME, 'board.frozen'))
  wire.end('server.stopping')
  expect(below.ends).toEqual(['board.frozen'])
})

it('[Y8] a beat keeps a silent client awake and asks for a sign of life', () => {
  const awareness = new Awareness(new Y.Doc())
  const news: unknown[] = []
  awareness.on('update', (change: unknown) => news.push(change))
  wire.send(PING)
  expect(below.sent).toEqual([NOTHING_NEW])
  const body = new ByteReader(below.sent[0]!.subarray(1))
  applyAwarenessUpdate(awareness, body.block(), 'server')
  expect([body.left, news, below.pings]).toEqual([0, [], 1])
  below.events?.receive(PONG)
  expect(received).toEqual([PONG])
  awareness.destroy()
})

it('[P2] presence goes out as it is, and may be left out by the socket below', () => {
  const frame = presenceFrame(NAME, [])
  wire.sendPresence(frame)
  expect(below.sent).toEqual([frame.subarray(1 + NAME.length)])
})

it('[Y9] passes over what the client repeats, as a sign of life', () => {
  const entry = (clock: number): Uint8Array => presenceEntry(7, clock, '{"cursor":null}')
  const message = (clock: number): Uint8Array => presenceFrame('', [entry(clock)]).subarray(1)
  wire.sendPresence(presenceFrame(NAME, [entry(3)]))
  below.events?.receive(message(3))
  below.events?.receive(message(4))
  expect(received).toEqual([PONG, presenceFrame(NAME, [entry(4)])])
})
