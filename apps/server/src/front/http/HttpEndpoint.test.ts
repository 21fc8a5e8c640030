import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { closeEntry, EntryReader, frameEntry, keepAliveEntry, type Entry } from '@tafelrunde/http-socket'
import { until } from '@tafelrunde/testkit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Front } from '../Front.ts'
import type { Wire, WireEvents } from '../Wire.ts'
import { type HttpCall, HttpEndpoint } from './HttpEndpoint.ts'

/** The server's side of one connection, as the front sees it. */
interface Connection {
  readonly wire: Wire
  /** First byte of each frame that has arrived. */
  readonly received: number[]
  isClosed: boolean
  onFrame: (value: number) => void
}

let server: Server
let endpoint: HttpEndpoint
let base: string
let connections: Connection[]
let refusals: string[]
let faults: unknown[]

beforeEach(async () => {
  connections = []
  refusals = []
  faults = []
  const open = (makeWire: (events: WireEvents) => Wire): void => {
    const received: number[] = []
    const connection = { received, isClosed: false, onFrame: () => undefined } as unknown as Connection & { wire: Wire }
    connection.wire = makeWire({
      receive: (frame) => {
        received.push(frame[0] ?? -1)
        connection.onFrame(frame[0] ?? -1)
      },
      closed: () => {
        connection.isClosed = true
      },
    })
    connections.push(connection)
  }
  endpoint = new HttpEndpoint({
    front: { open } as unknown as Front,
    isAllowedOrigin: (origin) => origin === 'http://localhost:3000',
    onRefused: (code) => refusals.push(code),
    onFault: (error) => faults.push(error),
  })
  server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    endpoint.answer((path.split('/')[3] ?? 'open') as HttpCall, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sync/http`
})

afterEach(async () => {
  vi.useRealTimers()
  for (const { wire } of connections) wire.terminate()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  if (faults.length > 0 || endpoint.size > 0) throw new Error('a bug, or a connection that is left', { cause: faults })
})

const frame = (value: number, bytes = 1): Uint8Array<ArrayBuffer> => new Uint8Array(bytes).fill(value)

/** What a client does by hand. */
class Client {
  readonly connection: Connection
  readonly #secret: string

  private constructor(connection: Connection, secret: string) {
    this.connection = connection
    this.#secret = secret
  }

  static async open(): Promise<Client> {
    const response = await fetch(base, { method: 'POST' })
    const { connection } = (await response.json()) as { connection: string }
    return new Client(connections.at(-1)!, connection)
  }

  headers(more: Readonly<Record<string, string>>): Record<string, string> {
    return { 'tafelrunde-connection': this.#secret, 'tafelrunde-received': '0', ...more }
  }

  post(first: number, values: readonly number[], { call = 'send', received = 0 } = {}): Promise<Response> {
    const body = Buffer.concat(values.map((value) => frameEntry(frame(value))))
    return this.postBody(body, { first, call, received })
  }

  postBody(body: NonNullable<RequestInit['body']>, { first = 1, call = 'send', received = 0 } = {}): Promise<Response> {
    const headers = this.headers({
      'tafelrunde-first': String(first),
      'tafelrunde-received': String(received),
      'content-type': 'application/octet-stream',
    })
    return fetch(`${base}/${call}`, { method: 'POST', headers, body })
  }

  get(mode: string, received = 0, signal?: AbortSignal): Promise<Response> {
    const headers = this.headers({ 'tafelrunde-mode': mode, 'tafelrunde-received': String(received) })
    return fetch(`${base}/receive`, { headers, ...(signal ? { signal } : {}) })
  }
}

async function errorOf(response: Response): Promise<string> {
  return `${response.status} ${((await response.json()) as { error: string }).error}`
}

async function entriesOf(response: Response): Promise<Entry[]> {
  return new EntryReader({ maxFrameBytes: 1e9 }).read(new Uint8Array(await response.arrayBuffer()))
}

/** The frames of an answer, by their first byte. */
async function framesOf(response: Response): Promise<number[]> {
  return (await entriesOf(response)).flatMap((entry) => (entry.type === 'frame' ? [entry.frame[0] ?? -1] : []))
}

/** Let time pass until a request is answered; gives the seconds that were passed. */
async function secondsUntil(answer: Promise<Response>): Promise<number> {
  let isAnswered = false
  void answer.then(() => (isAnswered = true))
  let seconds = 0
  for (; !isAnswered; seconds += 1) {
    await vi.advanceTimersByTimeAsync(1_000)
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
  return seconds
}

describe('who gets through', () => {
  it.each(['http://evil.example', 'null', 'http://localhost:3000.evil.example'])(
    '[T10] refuses the origin %j on every call',
    async (origin) => {
      const client = await Client.open()
      for (const [call, method] of [
        ['', 'POST'],
        ['/send', 'POST'],
        ['/receive', 'GET'],
        ['/close', 'POST'],
      ] as const) {
        const headers = client.headers({ origin, 'tafelrunde-mode': 'now', 'tafelrunde-first': '1' })
        expect(await errorOf(await fetch(`${base}${call}`, { method, headers }))).toBe('403 origin.foreign')
      }
      expect(client.connection.isClosed).toBe(false)
    },
  )

  it('[T10] [T17] takes the own origin and gives out a secret of 128 bits', async () => {
    const response = await fetch(base, { method: 'POST', headers: { origin: 'http://localhost:3000' } })
    expect(response.status).toBe(201)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({ connection: expect.stringMatching(/^[\w-]{22}$/) })
  })

  it.each(['', 'x', 'a'.repeat(22), '__proto__', 'a'.repeat(5_000)])(
    '[T17] knows no connection by a wrong secret (%#), and does not repeat it',
    async (secret) => {
      await Client.open()
      const headers = { 'tafelrunde-connection': secret, 'tafelrunde-received': '0', 'tafelrunde-mode': 'now' }
      const response = await fetch(`${base}/receive`, { headers })
      const text = await response.text()
      expect([response.status, (JSON.parse(text) as { error: string }).error]).toEqual([410, 'connection.unknown'])
      if (secret.length > 1) expect(text + refusals.join()).not.toContain(secret)
    },
  )

  it.each([
    ['no numbers', { 'tafelrunde-received': '' }],
    ['a negative number', { 'tafelrunde-received': '-1' }],
    ['a number that is none', { 'tafelrunde-received': '1e3' }],
    ['an unknown mode', { 'tafelrunde-mode': 'fast' }],
  ])('[T10] refuses %s and says what is wrong', async (_what, wrong) => {
    const client = await Client.open()
    const headers = client.headers({ 'tafelrunde-mode': 'now', ...wrong })
    const response = await fetch(`${base}/receive`, { headers })
    const body = (await response.json()) as { error: string; message: string }
    expect(body.error).toBe('request.malformed')
    expect(body.message).toContain(Object.keys(wrong)[0])
  })
})

describe('the way in', () => {
  it('[T11] takes each frame once and in order when requests are tried again, come late or overlap', async () => {
    const client = await Client.open()
    expect((await client.post(1, [1, 2])).status).toBe(204)
    expect((await client.post(1, [1, 2])).status).toBe(204)
    expect((await client.post(1, [1, 2, 3])).status).toBe(204)
    expect((await client.post(3, [3, 4])).status).toBe(204)
    expect((await client.post(2, [2])).status).toBe(204)
    expect(client.connection.received).toEqual([1, 2, 3, 4])
  })

  it('[T11] refuses frames behind a gap, and a confirmation of what was never sent', async () => {
    const client = await Client.open()
    expect(await errorOf(await client.post(2, [2]))).toBe('409 connection.gap')
    expect(await errorOf(await client.post(0, [2]))).toBe('409 connection.gap')
    expect(await errorOf(await client.post(1, [1], { received: 1 }))).toBe('409 connection.gap')
    expect(await errorOf(await client.get('now', 1))).toBe('409 connection.gap')
    expect(client.connection.received).toEqual([])
    expect((await client.post(1, [1])).status).toBe(204)
  })

  it.each([
    ['rubbish', Buffer.from('hello')],
    ['a torn entry', frameEntry(frame(1, 40)).subarray(0, 20)],
    ['an entry that is no frame', keepAliveEntry()],
    ['the end of a connection', closeEntry(1000, '')],
    ['more frames than a client sends', Buffer.alloc(5_000).map((_, index) => (index % 2 === 0 ? 1 : 0))],
    ['a frame larger than an update', frameEntry(frame(1, 1_005_000))],
  ])('[T10] refuses %s as a whole and goes on', async (_what, body) => {
    const client = await Client.open()
    expect(await errorOf(await client.postBody(body))).toBe('400 request.malformed')
    expect(client.connection.received).toEqual([])
    expect((await client.post(1, [1])).status).toBe(204)
    expect(client.connection.received).toEqual([1])
  })

  it('[T10] refuses a body that is larger than a frame, by its length and by its bytes', async () => {
    const client = await Client.open()
    const large = Buffer.alloc(1_100_000)
    expect(await errorOf(await client.postBody(large))).toBe('413 request.tooLarge')
    const pieces = new ReadableStream({
      start(controller) {
        for (let at = 0; at < large.length; at += 50_000) controller.enqueue(large.subarray(at, at + 50_000))
        controller.close()
      },
    })
    const headers = client.headers({ 'tafelrunde-first': '1' })
    const init = { method: 'POST', headers, body: pieces, duplex: 'half' } as RequestInit
    // The server does not read on, so its answer may come or the connection may be cut first.
    const answer = await fetch(`${base}/send`, init).then(errorOf, () => 'cut')
    expect(['413 request.tooLarge', 'cut']).toContain(answer)
    expect(refusals).toEqual(['request.tooLarge', 'request.tooLarge'])
    expect((await client.post(1, [1])).status).toBe(204)
  })

  it('[T13] reads nothing while its socket pauses, answers then, and loses and doubles nothing by it', async () => {
    const client = await Client.open()
    const { wire, received } = client.connection
    client.connection.onFrame = (value) => value === 2 && wire.pause()
    let isAnswered = false
    const answer = client.post(1, [1, 2, 3, 4]).then((response) => {
      isAnswered = true
      return response.status
    })
    await until(() => received.length === 2)
    expect(wire.isPaused).toBe(true)
    const probe = await client.get('now')
    expect([probe.status, isAnswered, received.length]).toEqual([200, false, 2])
    wire.resume()
    expect(await answer).toBe(204)
    expect(received).toEqual([1, 2, 3, 4])
  })

  it('[T13] holds one request of a paused client: a newer one takes the place of the older', async () => {
    const client = await Client.open()
    const { wire, received } = client.connection
    wire.pause()
    const first = client.post(1, [1, 2])
    await until(() => !received.includes(1) && endpoint.size === 1)
    const others = [client.post(1, [1, 2]), client.post(3, [3, 4])]
    const answers = await Promise.all(
      [first, others[0]!].map(async (answer) => errorOf(await answer).catch(() => 'taken')),
    )
    expect(answers).toContain('429 request.tooMany')
    wire.resume()
    await Promise.all(others)
    await client.post(1, [1, 2, 3, 4])
    expect(received).toEqual([1, 2, 3, 4])
  })

  it('[T13] tells a client that waits for too long to come again', async () => {
    const client = await Client.open()
    client.connection.wire.pause()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const answer = client.post(1, [1])
    expect(await secondsUntil(answer)).toBeGreaterThanOrEqual(5)
    expect(await errorOf(await answer)).toBe('429 request.tooMany')
    vi.useRealTimers()
    client.connection.wire.resume()
    expect((await client.post(1, [1])).status).toBe(204)
    expect(client.connection.received).toEqual([1])
  })
})

describe('the way out', () => {
  it('[T11] gives what follows the last frame that has arrived, again and again until it is confirmed', async () => {
    const client = await Client.open()
    const { wire } = client.connection
    for (const value of [1, 2, 3]) wire.send(frame(value))
    expect(await framesOf(await client.get('now'))).toEqual([1, 2, 3])
    expect(await framesOf(await client.get('now'))).toEqual([1, 2, 3])
    expect(await framesOf(await client.get('poll', 2))).toEqual([3])
    expect(await errorOf(await client.get('now', 1))).toBe('409 connection.gap')
    expect(await framesOf(await client.get('now', 3))).toEqual([])
  })

  it('[T11] streams what comes, begins with a sign of life, and ends for a newer request', async () => {
    const client = await Client.open()
    const { wire } = client.connection
    const response = await client.get('stream')
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    const reader = response.body!.getReader()
    expect(Array.from((await reader.read()).value!)).toEqual([0])
    wire.send(frame(1))
    wire.send(frame(2))
    expect(Buffer.from((await reader.read()).value!)).toEqual(
      Buffer.concat([1, 2].map((value) => frameEntry(frame(value)))),
    )
    const next = await client.get('stream', 2)
    expect(Array.from((await reader.read()).value!)).toEqual([0])
    expect((await reader.read()).done).toBe(true)
    await next.body?.cancel()
  })

  it('[T11] answers a poll as soon as there is something, and after 20 s with a sign of life', async () => {
    const client = await Client.open()
    const answer = client.get('poll')
    await until(() => client.connection.wire.isOpen)
    client.connection.wire.send(frame(7))
    expect(await framesOf(await answer)).toEqual([7])
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const empty = client.get('poll', 1)
    expect(await secondsUntil(empty)).toBeGreaterThanOrEqual(20)
    vi.useRealTimers()
    expect(await entriesOf(await empty)).toEqual([{ type: 'keepAlive' }])
  })

  it('[T12] lets a stream end after 1 MB, so that nothing of it has to be kept', async () => {
    const client = await Client.open()
    const response = client.get('stream')
    await until(() => endpoint.size === 1)
    for (let value = 1; value <= 12; value += 1) client.connection.wire.send(frame(value, 100_000))
    expect(await framesOf(await response)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  it.each(['poll', 'now'] as const)('[T12] lets a %s bring 1 MB at a time', async (mode) => {
    const client = await Client.open()
    for (let value = 1; value <= 30; value += 1) client.connection.wire.send(frame(value, 100_000))
    const arrived: number[] = []
    const sizes: number[] = []
    for (let answers = 0; arrived.length < 30 && answers < 10; answers += 1) {
      const values = await framesOf(await client.get(mode, arrived.length))
      arrived.push(...values)
      sizes.push(values.length)
    }
    expect(arrived).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    expect(Math.max(...sizes)).toBeLessThan(13)
    expect(client.connection.wire.backlogBytes).toBeLessThan(1_000_000)
  })

  it('[T12] does not hold answers that nobody reads: the newest one counts', async () => {
    const client = await Client.open()
    client.connection.wire.send(frame(1, 15_000_000))
    const ends: Promise<string>[] = []
    for (let count = 0; count < 6; count += 1) {
      const response = await client.get('now')
      const end = async (): Promise<string> => (await framesOf(response)).join()
      ends.push(until(() => ends.length === 6).then(() => end().catch(() => 'cut')))
    }
    expect(await Promise.all(ends)).toEqual(['cut', 'cut', 'cut', 'cut', 'cut', '1'])
  })

  it('[T12] cuts off a client that confirms nothing, when as much waits as for a WebSocket', async () => {
    const client = await Client.open()
    const { wire } = client.connection
    for (let count = 0; count < 20; count += 1) {
      wire.send(frame(1, 1_000_000))
      if (count % 5 === 0) await (await client.get('now')).body?.cancel()
    }
    expect(client.connection.isClosed).toBe(true)
    expect(await errorOf(await client.get('now'))).toBe('410 connection.unknown')
  })

  it('[T12] lets a slow client read a large frame of a stream to its end, however long it takes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const client = await Client.open()
    const response = await client.get('stream')
    client.connection.wire.send(frame(1, 15_000_000))
    // The buffers on the way are full, and nothing is read for longer than the time between two signs of life.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(40_000)
    vi.useRealTimers()
    expect(await framesOf(response)).toEqual([1])
  })

  it('[T12] leaves presence out for a client that is behind, and nothing else', async () => {
    const client = await Client.open()
    const { wire } = client.connection
    wire.sendPresence(frame(1))
    wire.send(frame(2, 200_000))
    expect(wire.backlogBytes).toBe(200_001)
    wire.sendPresence(frame(3))
    wire.send(frame(4))
    expect(await framesOf(await client.get('now'))).toEqual([1, 2, 4])
    await until(() => wire.backlogBytes === 0)
    wire.sendPresence(frame(5))
    expect(await framesOf(await client.get('now', 3))).toEqual([5])
  })

  it.each(['stream', 'poll', 'now'] as const)('[T14] tells the end with its code and reason to a %s', async (mode) => {
    const client = await Client.open()
    const { wire } = client.connection
    const isHeld = mode !== 'now'
    const early = isHeld ? client.get(mode) : null
    if (mode === 'stream') await early
    if (mode === 'poll') await until(() => client.connection.wire.isOpen)
    wire.send(frame(1))
    wire.end('server.stopping')
    wire.send(frame(2))
    const entries = await entriesOf(await (early ?? client.get(mode)))
    expect(entries.filter(({ type }) => type !== 'keepAlive')).toEqual([
      { type: 'frame', frame: frame(1) },
      { type: 'close', code: 4503, reason: 'server.stopping' },
    ])
    await until(() => client.connection.isClosed)
  })

  it('[T14] tells the end to a request that brings frames, and takes them no more', async () => {
    const client = await Client.open()
    client.connection.wire.end('seat.revoked')
    const response = await client.post(1, [1])
    expect(response.status).toBe(200)
    expect(await entriesOf(response)).toEqual([{ type: 'close', code: 4401, reason: 'seat.revoked' }])
    expect(client.connection.received).toEqual([])
    client.connection.wire.terminate()
  })

  it.each(['stream', 'poll', 'now'] as const)(
    '[T14] keeps nothing for a client that does not read the end in a %s',
    async (mode) => {
      const responses: ServerResponse[] = []
      server.on('request', (_request, response) => responses.push(response))
      const client = await Client.open()
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      if (mode !== 'stream') client.connection.wire.send(frame(1, 15_000_000))
      const unread = await client.get(mode)
      if (mode === 'stream') client.connection.wire.send(frame(1, 15_000_000))
      client.connection.wire.end('update.malformed')
      await vi.advanceTimersByTimeAsync(10_100)
      vi.useRealTimers()
      expect(client.connection.isClosed).toBe(true)
      await until(() => responses.every(({ destroyed }) => destroyed))
      await unread.body?.cancel().catch(() => undefined)
    },
  )

  it('[T14] waits ten seconds for a client to fetch the end', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const client = await Client.open()
    client.connection.wire.end('server.stopping')
    await vi.advanceTimersByTimeAsync(9_900)
    expect(client.connection.isClosed).toBe(false)
    await vi.advanceTimersByTimeAsync(200)
    expect(client.connection.isClosed).toBe(true)
  })
})

describe('how a connection ends', () => {
  it('[T11] takes the last frames with the goodbye of its client', async () => {
    const client = await Client.open()
    await client.post(1, [1, 2])
    expect((await client.post(2, [2, 3, 4], { call: 'close' })).status).toBe(204)
    expect(client.connection.received).toEqual([1, 2, 3, 4])
    expect(client.connection.isClosed).toBe(true)
    expect(await errorOf(await client.get('now'))).toBe('410 connection.unknown')
  })

  it('[T15] is gone after 100 s without a request, and not while one is there', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const [silent, asking, holding] = [await Client.open(), await Client.open(), await Client.open()]
    await vi.advanceTimersByTimeAsync(60_000)
    await asking.get('now')
    const held = await holding.get('stream')
    await vi.advanceTimersByTimeAsync(45_000)
    expect([silent, asking, holding].map(({ connection }) => connection.isClosed)).toEqual([true, false, false])
    await vi.advanceTimersByTimeAsync(60_000)
    await held.body?.cancel().catch(() => undefined)
    expect([asking, holding].map(({ connection }) => connection.isClosed)).toEqual([true, false])
  })

  it('[T15] outlives answers that are cut', async () => {
    const client = await Client.open()
    for (let count = 0; count < 3; count += 1) {
      const abort = new AbortController()
      const response = await client.get('stream', 0, abort.signal)
      client.connection.wire.send(frame(count + 1))
      abort.abort()
      await response.text().catch(() => undefined)
    }
    expect(await framesOf(await client.get('now'))).toEqual([1, 2, 3])
  })
})
