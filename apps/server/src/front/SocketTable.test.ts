import { PassThrough } from 'node:stream'
import { newId, type SeatId } from '@tafelrunde/schema/plain'
import { beforeEach, expect, it } from 'vitest'
import { FakeWire } from '../testing/FakeWire.ts'
import { PONG, updateFrame } from './frames.ts'
import { FrontSocket } from './FrontSocket.ts'
import { MAX_SOCKETS_PER_SEAT, MAX_STRANGER_BYTES, MAX_STRANGERS, SocketTable } from './SocketTable.ts'

let table: SocketTable

beforeEach(() => {
  table = new SocketTable()
})

function connect(): { socket: FrontSocket; wire: FakeWire } {
  const wire = new FakeWire()
  const socket = new FrontSocket({ makeWire: () => wire, about: { schemaVersion: null }, host: table })
  table.add(socket)
  return { socket, wire }
}

it('[A5] drops the oldest socket without a token, so that thousands of half-open ones keep nobody out', () => {
  const honest = connect()
  table.admitted(honest.socket)
  const silent = Array.from({ length: MAX_STRANGERS }, connect)
  expect(silent.every(({ wire }) => wire.isOpen)).toBe(true)
  const newcomer = connect()
  expect(newcomer.wire.isOpen).toBe(true)
  expect(honest.wire.isOpen).toBe(true)
  expect(silent.map(({ wire }) => wire.isOpen).indexOf(true)).toBe(1)
  expect(table.isFull).toBe(false)
})

it('[A5] drops the one that has sent most when strangers send more than the memory may hold', () => {
  const streams = [2, 14, 2].map((megabytes) => ({ ...connect(), stream: new PassThrough(), megabytes }))
  for (const { socket, stream } of streams) table.watch(socket, stream)
  for (const { stream, megabytes } of streams) {
    for (let sent = 0; sent < megabytes; sent += 1) stream.emit('data', Buffer.alloc(1_000_000))
  }
  expect(18_000_000).toBeGreaterThan(MAX_STRANGER_BYTES)
  expect(streams.map(({ wire }) => wire.isOpen)).toEqual([true, false, true])
})

it('[A5] [T10] counts the frames of strangers that come by plain HTTP requests, too', () => {
  const strangers = Array.from({ length: 30 }, connect)
  const held = updateFrame(`group/${newId<string>()}`, new Uint8Array(1_000_000))
  for (const { socket } of strangers) socket.receive(held)
  const left = strangers.filter(({ wire }) => wire.isOpen).length
  expect(left).toBeGreaterThan(10)
  expect(left * held.length).toBeLessThanOrEqual(MAX_STRANGER_BYTES)
})

it('[A5] counts nothing any more once a token was accepted', () => {
  const { socket, wire } = connect()
  const stream = new PassThrough()
  table.watch(socket, stream)
  table.admitted(socket)
  stream.emit('data', Buffer.alloc(MAX_STRANGER_BYTES + 1))
  expect(wire.isOpen).toBe(true)
})

it('[A6] ends the socket of a seat that has been silent for longest, and takes twenty tabs', () => {
  const seatId = newId<SeatId>()
  const tabs = Array.from({ length: MAX_SOCKETS_PER_SEAT }, connect)
  for (const { socket } of tabs) table.seated(socket, seatId)
  expect(tabs.every(({ wire }) => wire.isOpen)).toBe(true)
  for (const [index, { socket }] of tabs.entries()) if (index !== 7) socket.receive(PONG)
  const next = connect()
  table.seated(next.socket, seatId)
  expect(next.wire.isOpen).toBe(true)
  expect(tabs.map(({ wire }) => wire.ended).filter((ended) => ended !== null)).toEqual(['4429 request.tooMany'])
  expect(tabs[7]?.wire.isOpen).toBe(false)
})

it('[A7] keeps what a seat has spent over a reconnect, and ends all its sockets when it is exhausted', () => {
  const seatId = newId<SeatId>()
  const first = connect()
  const budget = table.seated(first.socket, seatId)
  budget.spend('frames', 25_000)
  table.closed(first.socket)
  table.sweep()
  const [second, third, other] = [connect(), connect(), connect()]
  expect(table.seated(second.socket, seatId)).toBe(budget)
  table.seated(third.socket, seatId)
  table.seated(other.socket, newId<SeatId>())
  table.exhausted(second.socket)
  expect([second, third, other].map(({ wire }) => wire.isOpen)).toEqual([false, false, true])
})
