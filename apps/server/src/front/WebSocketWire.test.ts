import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { PONG } from './frames.ts'
import type { Outbox } from './Outbox.ts'
import { WebSocketWire } from './WebSocketWire.ts'

/** A WebSocket without a network; `log` is what was done to it. */
class FakeWebSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  isPaused = false
  readonly log: string[] = []
  close(code: number, reason: string): void {
    this.readyState = 2
    this.log.push(`close ${code} ${reason}`)
  }
  terminate(): void {
    this.readyState = 3
    this.log.push('terminate')
    this.emit('close')
  }
  pause(): void {
    this.isPaused = true
  }
  resume(): void {
    this.isPaused = false
  }
  pong(): void {
    this.log.push('pong')
  }
}

let ws: FakeWebSocket
let outbox: { backlogBytes: number; send(): void; uncork(): void }
let received: Uint8Array[]
let closes: number
let wire: WebSocketWire

beforeEach(() => {
  vi.useFakeTimers()
  ws = new FakeWebSocket()
  received = []
  closes = 0
  outbox = { backlogBytes: 0, send: () => void ws.log.push('send'), uncork: () => void ws.log.push('uncork') }
  wire = new WebSocketWire({
    ws: ws as unknown as WebSocket,
    outbox: outbox as unknown as Outbox,
    events: { receive: (frame) => void received.push(frame), closed: () => (closes += 1) },
  })
})
afterEach(() => vi.useRealTimers())

it('[A8] counts pings as frames, and answers them only to whoever takes the answers', () => {
  ws.emit('ping', Buffer.alloc(5))
  expect(ws.log).toEqual(['pong'])
  outbox.backlogBytes = 200_000
  for (let ping = 0; ping < 10; ping += 1) ws.emit('ping', Buffer.alloc(5))
  expect(ws.log).toEqual(['pong'])
  expect(received).toEqual(Array.from({ length: 11 }, () => PONG))
})

it('sends nothing after a close frame, reads the answer even if it was paused, and waits three seconds for it', () => {
  wire.pause()
  wire.end('server.stopping')
  wire.end('request.tooMany')
  wire.send(PONG)
  expect(ws.log).toEqual(['uncork', 'close 4503 server.stopping'])
  expect(ws.isPaused).toBe(false)
  vi.advanceTimersByTime(3_000)
  expect(ws.log.at(-1)).toBe('terminate')
  expect(closes).toBe(1)
})

it('hangs up on text', () => {
  ws.emit('message', Buffer.from('hallo'), false)
  expect(received).toEqual([])
  expect(ws.log.at(-1)).toBe('close 4400 update.malformed')
})
