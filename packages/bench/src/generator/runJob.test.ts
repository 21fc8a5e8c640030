import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'
import { runJob } from './runJob.ts'

let server: WebSocketServer | null = null
afterEach(() => {
  for (const client of server?.clients ?? []) client.terminate()
  server?.close()
})

/** A broadcast like peer W that may change its mind about a frame. */
async function startBroadcast(forward: (count: number) => 'once' | 'never'): Promise<number> {
  const started = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server = started
  const everybody = new Set<WebSocket>()
  let count = 0
  started.on('connection', (socket) => {
    everybody.add(socket)
    socket.on('message', (frame: Buffer) => {
      if (forward(++count) === 'never') return
      for (const other of everybody) if (other !== socket) other.send(frame)
    })
    socket.send(Buffer.alloc(0))
  })
  await once(started, 'listening')
  return (started.address() as AddressInfo).port
}

async function runOn(port: number) {
  const place = { documentName: 'room', token: 'none' }
  return await runJob(
    {
      wire: 'bare',
      port,
      rooms: [[place, place, place]],
      phases: [{ name: 'all', editsPerClientPerSecond: 20, seconds: 0.5, isMeasured: true }],
      databaseFile: null,
      expectsKill: false,
      seed: 7,
    },
    () => {},
  )
}

describe('a run of the generator', { timeout: 30_000 }, () => {
  it('counts every edit at every other client', async () => {
    const result = await runOn(await startBroadcast(() => 'once'))
    expect(result.problems).toEqual([])
    expect(result.sentEdits).toBe(30)
    expect(result.phases[0]?.toPeer.count).toBe(60)
  })

  it('is void when one edit of thirty is lost on the way', async () => {
    const result = await runOn(await startBroadcast((count) => (count === 17 ? 'never' : 'once')))
    expect(result.problems.join()).toContain('a client in room 0 holds client')
  })
})
