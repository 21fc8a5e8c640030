import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { until } from '@tafelrunde/participant'
import type { ProxyMode } from './ProxyMode.ts'
import { type Proxy, startProxy } from './startProxy.ts'

let server: Server
let sockets: WebSocketServer
let target: string
let proxy: Proxy
/** Bodies that have reached the server. */
let arrived: string[]

beforeEach(async () => {
  arrived = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => (body += piece.toString()))
    request.on('end', () => {
      arrived.push(body)
      response.setHeader('x-host', String(request.headers.host))
      response.setHeader('x-origin', String(request.headers.origin))
      response.write('first ')
      setTimeout(() => response.end(`then ${body}`), 60)
    })
  })
  sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => socket.on('message', (data: Buffer) => socket.send(`heard ${data.toString()}`)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  await proxy.close()
  for (const client of sockets.clients) client.terminate()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const through = async (mode: ProxyMode): Promise<void> => {
  proxy = await startProxy({ target, mode })
}

/** The first piece of an answer and the time it took, then all of it. */
async function ask(body: string): Promise<{ firstPiece: string; whole: string }> {
  const response = await fetch(proxy.url, { method: 'POST', body, headers: { origin: proxy.url } })
  const pieces: string[] = []
  for await (const piece of response.body!) pieces.push(Buffer.from(piece).toString())
  return { firstPiece: pieces[0] ?? '', whole: pieces.join('') }
}

function connect(): { socket: WebSocket; log: string[] } {
  const log: string[] = []
  const socket = new WebSocket(proxy.url.replace('http', 'ws'))
  socket.on('open', () => {
    log.push('open')
    socket.send('hello')
  })
  socket.on('message', (data: Buffer) => log.push(data.toString()))
  socket.on('error', () => log.push('error'))
  socket.on('close', () => log.push('close'))
  return { socket, log }
}

describe('a proxy', () => {
  it('passes requests, streams and WebSockets on under the name of the server', async () => {
    await through({})
    const response = await fetch(proxy.url, { headers: { origin: proxy.url } })
    expect(response.headers.get('x-host')).toBe(new URL(target).host)
    expect(response.headers.get('x-origin')).toBe(target)
    await response.text()
    expect(await ask('words')).toEqual({ firstPiece: 'first ', whole: 'first then words' })
    const { socket, log } = connect()
    await until(() => log.includes('heard hello'))
    socket.close()
    await until(() => log.includes('close'))
    expect(proxy.requests).toEqual(['GET /', 'POST /', 'GET /'])
    await until(() => arrived.length === 2)
  })

  it('holds answers back until they end', async () => {
    await through({ buffers: true })
    expect(await ask('words')).toEqual({ firstPiece: 'first then words', whole: 'first then words' })
  })

  it.each([
    ['refuses', 'refused', ['error', 'close']],
    ['never answers', 'unanswered', []],
    ['opens and silences', 'silent', ['open']],
  ] as const)('%s WebSockets and lets the rest through', async (_what, upgrades, expected) => {
    await through({ upgrades })
    const { socket, log } = connect()
    await until(() => log.length >= expected.length)
    expect((await ask('a')).whole).toBe('first then a')
    expect(log).toEqual(expected)
    socket.terminate()
  })

  it('cuts every connection after its time', async () => {
    await through({ cutAfterMs: 30 })
    await expect(ask('a')).rejects.toThrow('terminated')
    const { log } = connect()
    await until(() => log.includes('close'))
    await until(() => proxy.connections === 0)
    proxy.setMode({})
    expect((await ask('b')).whole).toBe('first then b')
  })

  it('loses requests and answers by the seed', async () => {
    const fatesWith = async (seed: number): Promise<string> => {
      proxy.setMode({ dropChance: 0.5, seed })
      let fates = ''
      for (let index = 0; index < 16; index += 1) {
        const before = arrived.length
        const passed = await ask('a').then(
          () => true,
          () => false,
        )
        fates += passed ? 'p' : arrived.length > before ? 'a' : 'r'
      }
      return fates
    }
    await through({})
    const first = await fatesWith(5)
    expect(await fatesWith(5)).toBe(first)
    expect(new Set(first)).toEqual(new Set(['p', 'a', 'r']))
    expect(await fatesWith(6)).not.toBe(first)
  })

  it('is late with every piece', async () => {
    await through({ delayMs: 50 })
    const startedAt = performance.now()
    expect((await ask('a')).whole).toBe('first then a')
    expect(performance.now() - startedAt).toBeGreaterThan(140)
  })

  it('cuts what is open when it is told to', async () => {
    await through({})
    const { log } = connect()
    await until(() => log.includes('heard hello'))
    expect(proxy.connections).toBe(1)
    proxy.cut()
    await until(() => log.includes('close'))
    expect(proxy.connections).toBe(0)
  })
})
