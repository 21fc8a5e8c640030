import { EventEmitter } from 'node:events'
import type { Server } from 'node:http'
import { PassThrough } from 'node:stream'
import { beforeEach, expect, it } from 'vitest'
import { HEAD_MS, IdleConnections, MAX_IDLE } from './IdleConnections.ts'

let server: EventEmitter
let idle: IdleConnections

beforeEach(() => {
  server = new EventEmitter()
  idle = new IdleConnections(server as unknown as Server)
})

function open(): PassThrough {
  const socket = new PassThrough()
  server.emit('connection', socket)
  return socket
}

/** Make a request; returns how to finish it. */
function ask(socket: PassThrough): () => void {
  const response = new EventEmitter()
  server.emit('request', { socket }, response)
  return () => response.emit('close')
}

it('[A8] drops the connection that has been idle for longest when too many wait', () => {
  const upgraded = open()
  server.emit('upgrade', { socket: upgraded })
  const asking = open()
  const answer = ask(asking)
  const silent = Array.from({ length: MAX_IDLE }, open)
  expect(silent.some(({ destroyed }) => destroyed)).toBe(false)
  const newcomer = open()
  expect(silent.map(({ destroyed }) => destroyed).lastIndexOf(true)).toBe(0)
  answer()
  expect(silent.map(({ destroyed }) => destroyed).lastIndexOf(true)).toBe(1)
  expect([upgraded, asking, newcomer].some(({ destroyed }) => destroyed)).toBe(false)
})

it('[A8] cuts off whoever has not sent the head of a request in ten seconds, and nobody who has', () => {
  const slow = open()
  const kept = open()
  ask(kept)()
  idle.sweep(performance.now() + HEAD_MS - 1_000)
  expect(slow.destroyed).toBe(false)
  idle.sweep(performance.now() + HEAD_MS + 1_000)
  expect(slow.destroyed).toBe(true)
  expect(kept.destroyed).toBe(false)
})

it('forgets connections that have closed', async () => {
  const gone = open()
  gone.destroy()
  await new Promise((resolve) => gone.once('close', resolve))
  const others = Array.from({ length: MAX_IDLE }, open)
  expect(others.some(({ destroyed }) => destroyed)).toBe(false)
})
