import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HttpSocket, type NetworkMemory } from './HttpSocket.ts'
import { FakeServer, frameOf, valueOf } from './testing/FakeServer.ts'
import { type Fate, FaultyNetwork } from './testing/FaultyNetwork.ts'

const URL_ = 'ws://localhost:3000/sync?schema=3'

interface Client {
  readonly socket: HttpSocket
  readonly received: number[]
  readonly closes: { code: number; reason: string; wasClean: boolean }[]
  readonly errors: Event[]
}

function connect(network: FaultyNetwork, memory: NetworkMemory = { streamsAgainAt: 0 }): Client {
  const socket = new HttpSocket(URL_, { fetch: network.fetch, network: memory })
  const client: Client = { socket, received: [], closes: [], errors: [] }
  socket.onmessage = ({ data }) => client.received.push(valueOf(new Uint8Array(data as ArrayBuffer)))
  socket.onclose = ({ code, reason, wasClean }) => client.closes.push({ code, reason, wasClean })
  socket.addEventListener('error', (event) => client.errors.push(event))
  return client
}

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)

async function opened(server: FakeServer, network = new FaultyNetwork(server)): Promise<Client> {
  const client = connect(network)
  await pass(10)
  expect(client.socket.readyState).toBe(HttpSocket.OPEN)
  return client
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('an HTTP socket', () => {
  it('[T17] opens, carries frames both ways and names its secret in no address', async () => {
    const server = new FakeServer()
    const { socket, received } = await opened(server)
    for (const value of range(3)) socket.send(frameOf(value))
    server.send(10)
    server.send(11)
    await pass(20)
    expect(server.taken).toEqual([1, 2, 3])
    expect(received).toEqual([10, 11])
    expect(socket.bufferedAmount).toBe(0)
    expect(server.urls[0]).toBe('http://localhost:3000/sync/http?schema=3')
    expect(server.urls.join()).not.toContain('aaaa')
  })

  it('puts what is sent at once into one request', async () => {
    const server = new FakeServer()
    const { socket } = await opened(server)
    for (const value of range(50)) socket.send(frameOf(value))
    await pass(20)
    expect(server.taken).toEqual(range(50))
    expect(server.requests.filter((request) => request === 'POST /sync/http/send').length).toBeLessThanOrEqual(2)
  })

  it('[T11] brings every frame exactly once and in order through cut, lost, doubled, late and reordered requests', async () => {
    const fates = new Map<Fate, number>()
    const aFate = fc.constantFrom<Fate>('passes', 'is lost', 'loses its answer', 'comes twice', 'comes late', 'is cut')
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(aFate),
        fc.infiniteStream(fc.integer({ min: 1, max: 900 })),
        fc.infiniteStream(fc.integer({ min: 0, max: 40 })),
        async (decisions, cuts, waits) => {
          const server = new FakeServer()
          let isFaulty = true
          const network = new FaultyNetwork(
            server,
            ({ pathname }) => (isFaulty && pathname !== '/sync/http' ? decisions.next().value : 'passes'),
            () => cuts.next().value,
          )
          const { socket, received, closes } = await opened(server, network)
          for (const value of range(60)) {
            socket.send(frameOf(value))
            server.send(1000 + value)
            await pass(waits.next().value)
          }
          isFaulty = false
          await pass(20_000)
          expect(closes).toEqual([])
          expect(server.taken).toEqual(range(60))
          expect(received).toEqual(range(60).map((value) => 1000 + value))
          for (const [fate, count] of network.fates) fates.set(fate, (fates.get(fate) ?? 0) + count)
          socket.close()
          await pass(10_000)
          expect(network.open).toBe(0)
        },
      ),
      { numRuns: 40 },
    )
    for (const fate of ['is lost', 'loses its answer', 'comes twice', 'comes late', 'is cut'] as const) {
      expect(fates.get(fate), fate).toBeGreaterThan(20)
    }
  })

  it('[T16] polls for half an hour when something holds back the answer that streams', async () => {
    const server = new FakeServer()
    server.buffersAnswers = true
    const { received } = await opened(server)
    server.send(1)
    await pass(2_900)
    expect(received).toEqual([])
    await pass(400)
    expect(received).toEqual([1])
    server.send(2)
    await pass(10)
    expect(received).toEqual([1, 2])
    const modes = server.requests.filter((request) => request.startsWith('GET')).map((request) => request.split(' ')[2])
    expect(modes.slice(0, 3)).toEqual(['stream', 'poll', 'poll'])
  })

  it('[T16] polls for a minute when streams are cut before they have brought anything', async () => {
    const server = new FakeServer()
    let isCut = true
    const network = new FaultyNetwork(server, ({ pathname }) =>
      isCut && pathname.endsWith('/receive') ? 'is lost' : 'passes',
    )
    const { received } = await opened(server, network)
    await pass(500)
    isCut = false
    await pass(1_000)
    server.send(1)
    await pass(10)
    expect(received).toEqual([1])
    expect(server.requests.at(-1)).toBe('GET /sync/http/receive poll')
    await pass(60_000)
    server.send(2)
    await pass(100)
    server.send(3)
    await pass(100)
    expect(received).toEqual([1, 2, 3])
    expect(server.requests.at(-1)).toBe('GET /sync/http/receive stream')
  })

  it('[T16] polls from the start when the socket before it has found that answers are held back', async () => {
    const server = new FakeServer()
    server.buffersAnswers = true
    const memory = { streamsAgainAt: 0 }
    const network = new FaultyNetwork(server)
    const first = connect(network, memory)
    await pass(4_000)
    first.socket.close()
    await pass(10)
    server.requests.length = 0
    const { received } = connect(network, memory)
    await pass(10)
    server.send(1)
    await pass(10)
    expect(received).toEqual([1])
    expect(server.requests.filter((request) => request.includes('stream'))).toEqual([])
    for (let waited = 0; waited < 31 * 60_000; waited += 20_000) {
      server.send(2)
      await pass(20_000)
    }
    expect(server.requests.filter((request) => request.includes('stream')).length).toBeGreaterThan(0)
  })

  it('keeps one stream for as long as it hears from the server', async () => {
    const server = new FakeServer()
    await opened(server)
    for (let quarter = 0; quarter < 8; quarter += 1) {
      await pass(15_000)
      server.keepAlive()
    }
    expect(server.requests.filter((request) => request.startsWith('GET'))).toHaveLength(1)
  })

  it('asks anew when a stream falls silent, and polls when that becomes a habit', async () => {
    const server = new FakeServer()
    await opened(server)
    await pass(60_000)
    const modes = server.requests.filter((request) => request.startsWith('GET')).map((request) => request.split(' ')[2])
    expect(modes.slice(0, 3)).toEqual(['stream', 'stream', 'poll'])
  })

  it('holds no request at the pace seldom, asks in time, and soon after it has sent something', async () => {
    const server = new FakeServer()
    const network = new FaultyNetwork(server)
    const { socket, received } = await opened(server, network)
    socket.pace = 'seldom'
    await pass(5)
    server.requests.length = 0
    server.send(1)
    await pass(10_000)
    expect(received).toEqual([])
    await pass(10_100)
    expect(received).toEqual([1])
    expect(server.requests).toEqual(['GET /sync/http/receive now'])
    socket.send(frameOf(5))
    await pass(5)
    expect(server.taken).toEqual([5])
    server.send(2)
    await pass(400)
    expect(received).toEqual([1, 2])
    socket.pace = 'live'
    await pass(5)
    server.send(3)
    await pass(5)
    expect(received).toEqual([1, 2, 3])
    expect(server.requests.at(-1)).toBe('GET /sync/http/receive stream')
  })

  it('asks on at once at the pace seldom while much waits', async () => {
    const server = new FakeServer()
    const { socket, received } = await opened(server)
    socket.pace = 'seldom'
    await pass(5)
    for (const value of range(3)) server.send(value, 600_000)
    await pass(20_100)
    expect(received).toEqual([1, 2, 3])
  })

  it.each([
    [410, 'connection.unknown', 4410],
    [413, 'update.tooLarge', 4413],
  ])('closes when the server does not want it: %i', async (status, error, code) => {
    const server = new FakeServer()
    const { socket, closes, errors } = await opened(server)
    server.refuses = { status, error }
    socket.send(frameOf(1))
    await pass(100)
    expect(closes).toEqual([{ code, reason: error, wasClean: true }])
    expect(errors).toEqual([])
    expect(socket.readyState).toBe(HttpSocket.CLOSED)
  })

  it('[T16] tries again while the server is busy or gone, and gives up after 40 s', async () => {
    const server = new FakeServer()
    const { socket, closes, errors } = await opened(server)
    server.refuses = { status: 502, error: '' }
    socket.send(frameOf(1))
    await pass(20_000)
    server.refuses = null
    await pass(5_000)
    expect(server.taken).toEqual([1])
    server.refuses = { status: 502, error: '' }
    socket.send(frameOf(2))
    await pass(30_000)
    expect(closes).toEqual([])
    await pass(20_000)
    expect(closes).toEqual([{ code: 1006, reason: '', wasClean: false }])
    expect(errors).toHaveLength(1)
  })

  it('[T16] asks ever more seldom whoever puts it off, however long, and is not cut off for it', async () => {
    const server = new FakeServer()
    const network = new FaultyNetwork(server)
    let sends = 0
    let isBusy = true
    const socket = new HttpSocket(URL_, {
      fetch: async (input, init) => {
        const isSend = typeof input === 'string' && input.endsWith('/send')
        if (isSend) sends += 1
        return isSend && isBusy ? new Response(null, { status: 429 }) : network.fetch(input, init)
      },
    })
    await pass(10)
    socket.send(frameOf(1))
    for (let quarters = 0; quarters < 8; quarters += 1) {
      await pass(15_000)
      server.keepAlive()
    }
    expect(socket.readyState).toBe(HttpSocket.OPEN)
    expect(sends).toBeGreaterThan(30)
    expect(sends).toBeLessThan(100)
    isBusy = false
    await pass(4_000)
    expect(server.taken).toEqual([1])
  })

  it('takes no page of a proxy for the answer of the server', async () => {
    const server = new FakeServer()
    let isCaptive = true
    const network = new FaultyNetwork(server)
    const socket = new HttpSocket(URL_, {
      fetch: async (input, init) => {
        const isSend = typeof input === 'string' && input.endsWith('/send')
        if (isSend && isCaptive) return new Response('<h1>Log in</h1>', { headers: { 'content-type': 'text/html' } })
        return network.fetch(input, init)
      },
    })
    await pass(10)
    socket.send(frameOf(1))
    await pass(5_000)
    expect(socket.bufferedAmount).toBeGreaterThan(0)
    isCaptive = false
    await pass(5_000)
    expect(server.taken).toEqual([1])
    expect(socket.bufferedAmount).toBe(0)
  })

  it('hears the end from whichever request comes first', async () => {
    const server = new FakeServer()
    const { closes } = await opened(server)
    server.end(4503, 'server.stopping')
    await pass(10)
    expect(closes).toEqual([{ code: 4503, reason: 'server.stopping', wasClean: true }])
    const sending = await opened(new FakeServer())
    sending.socket.pace = 'seldom'
    await pass(10)
    expect(sending.closes).toEqual([])
  })

  it('sends what is unsent when it is closed, says so at once, and leaves no timer and no request behind', async () => {
    const server = new FakeServer()
    const network = new FaultyNetwork(server)
    const { socket, closes } = await opened(server, network)
    socket.send(frameOf(1))
    socket.send(frameOf(2))
    socket.close()
    expect(socket.readyState).toBe(HttpSocket.CLOSING)
    await pass(0)
    expect(closes).toEqual([{ code: 1005, reason: '', wasClean: true }])
    await pass(10)
    expect(server.taken).toEqual([1, 2])
    expect(server.goodbyes).toBe(1)
    expect(network.open).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
    socket.send(frameOf(3))
    await pass(30_000)
    expect(server.taken).toEqual([1, 2])
  })

  it('leaves nothing behind when it is closed while requests are under way or wait to be tried again', async () => {
    const server = new FakeServer()
    const network = new FaultyNetwork(server)
    const { socket } = await opened(server, network)
    server.refuses = { status: 503, error: '' }
    socket.send(frameOf(1))
    await pass(700)
    socket.close()
    await pass(10)
    expect(network.open).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([
    [
      'is refused',
      { status: 429, error: 'request.tooMany' },
      { code: 4429, reason: 'request.tooMany', wasClean: true },
    ],
    ['meets no server', null, { code: 1006, reason: '', wasClean: false }],
  ])('tells an error and a close when it %s', async (_what, refuses, end) => {
    const server = new FakeServer()
    server.refuses = refuses
    const { closes, errors, socket } = connect(new FaultyNetwork(server, () => (refuses ? 'passes' : 'is lost')))
    expect(() => socket.send(frameOf(1))).toThrow(DOMException)
    await pass(10)
    expect(closes).toEqual([end])
    expect(errors).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('can be closed before it is open', async () => {
    const network = new FaultyNetwork(new FakeServer())
    const { socket, closes } = connect(network)
    socket.close()
    await pass(10)
    expect(closes).toEqual([{ code: 1006, reason: '', wasClean: false }])
    expect(network.open).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('takes a sleep of the page for no sign of the network', async () => {
    const server = new FakeServer()
    server.buffersAnswers = true
    await opened(server)
    await pass(2_000)
    vi.setSystemTime(Date.now() + 3_600_000)
    server.buffersAnswers = false
    await pass(2_000)
    const modes = server.requests.filter((request) => request.startsWith('GET')).map((request) => request.split(' ')[2])
    expect(modes).toEqual(['stream', 'stream'])
  })
})
