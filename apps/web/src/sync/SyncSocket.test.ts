import { WebSocketStatus } from '@hocuspocus/provider'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MemoryStorage } from '../api/MemoryStorage.ts'
import { SyncSocket } from './SyncSocket.ts'
import { FakeCarriers } from './testing/FakeCarriers.ts'

/** One byte: to the provider a ping of the server, which belongs to no document. */
const PING = '\u0009'

let network: FakeCarriers
let socket: SyncSocket
let isWebSocketBack: boolean
let probed: number

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('sessionStorage', new MemoryStorage())
  network = new FakeCarriers()
  isWebSocketBack = false
  probed = 0
})

afterEach(() => {
  socket.destroy()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

async function connect(): Promise<void> {
  socket = new SyncSocket('ws://localhost/sync', {
    carriers: network,
    probeWebSocket: async () => {
      probed += 1
      return isWebSocketBack
    },
  })
  socket.probe = () => new TextEncoder().encode('are you there?')
  await pass(200)
  network.last.say(PING)
}

/** A page around the socket, on which events happen. */
function stubPage(): EventTarget {
  const page = new EventTarget()
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', new EventTarget())
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  return page
}

/** The server sends something every second, for so many seconds. */
async function hear(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    network.last.say(PING)
    await pass(1_000)
  }
}

describe('SyncSocket', () => {
  test('a connection on which the server speaks is left alone', async () => {
    await connect()
    await hear(120)
    expect(network.kinds).toEqual(['websocket'])
    expect(network.last.sent).not.toContain('are you there?')
  })

  test('a connection that went silent is asked and, without an answer, replaced', async () => {
    await connect()
    await pass(21_500)
    expect(network.made[0]?.carrier.sent).toContain('are you there?')
    await pass(7_500)
    expect(network.kinds).toEqual(['websocket', 'websocket'])
  })

  test('a connection that is being made is not given up because the one before it owed an answer', async () => {
    await connect()
    socket.isWaiting = () => true
    await pass(6_500)
    expect(network.last.sent).toContain('are you there?')
    network.websocket = 'hanging'
    network.last.break()
    await pass(7_000)
    expect(network.kinds).toEqual(['websocket', 'websocket', 'http'])
    expect(socket.status).toBe(WebSocketStatus.Connected)
  })

  test('over HTTP, too, the lamp hears at once that the device is offline, and goes on when it is not', async () => {
    const page = stubPage()
    network.websocket = 'refused'
    await connect()
    expect(socket.choice.carrier.get()).toBe('http')
    network.overHttp = 'refused'
    page.dispatchEvent(new Event('offline'))
    expect(socket.status).not.toBe(WebSocketStatus.Connected)
    await pass(20_000)
    expect(socket.status).not.toBe(WebSocketStatus.Connected)
    network.overHttp = 'open'
    page.dispatchEvent(new Event('online'))
    await pass(1_000)
    expect(socket.status).toBe(WebSocketStatus.Connected)
  })

  test('a device that says it is offline is believed as soon as the server does not answer', async () => {
    const page = stubPage()
    await connect()
    await pass(1_000)
    page.dispatchEvent(new Event('offline'))
    network.last.say(PING)
    await pass(5_000)
    expect(network.kinds).toEqual(['websocket'])
    network.websocket = 'hanging'
    page.dispatchEvent(new Event('offline'))
    await pass(1_500)
    expect(socket.status).not.toBe(WebSocketStatus.Connected)
  })

  test('while an edit waits for its confirmation, silence is noticed sooner', async () => {
    await connect()
    socket.isWaiting = () => true
    await pass(13_000)
    expect(network.kinds).toEqual(['websocket', 'websocket'])
  })

  test('a server that confirms late but answers keeps its connection, and is not asked all the time', async () => {
    await connect()
    socket.isWaiting = () => true
    const { last } = network
    let asked = 0
    vi.spyOn(last, 'send').mockImplementation((data) => {
      if (!new TextDecoder().decode(data).includes('are you there?')) return
      asked += 1
      setTimeout(() => last.say(PING), 500)
    })
    await pass(60_000)
    expect(network.kinds).toEqual(['websocket'])
    expect(asked).toBeGreaterThan(5)
    expect(asked).toBeLessThan(13)
  })

  test('after a sleep a dead connection is replaced within three seconds', async () => {
    await connect()
    await pass(2_000)
    vi.setSystemTime(Date.now() + 3_600_000)
    await pass(3_000)
    expect(network.kinds).toEqual(['websocket', 'websocket'])
    expect(socket.status).toBe(WebSocketStatus.Connected)
  })

  test('what is sent while nothing is open is not kept: the handshake brings it', async () => {
    await connect()
    network.last.break()
    socket.send(new TextEncoder().encode('typed meanwhile'))
    await pass(2_000)
    network.last.say(PING)
    expect(network.made.flatMap(({ carrier }) => carrier.sent)).not.toContain('typed meanwhile')
  })

  test('WebSockets blocked in mid-session: on over HTTP; when they are free again, back', async () => {
    await connect()
    network.websocket = 'refused'
    network.last.break()
    await pass(1_500)
    network.last.say(PING)
    expect(network.kinds).toEqual(['websocket', 'websocket', 'http'])
    expect(socket.choice.carrier.get()).toBe('http')
    await hear(62)
    expect({ probed, kinds: network.kinds }).toMatchObject({ probed: 1, kinds: { length: 3 } })
    isWebSocketBack = true
    network.websocket = 'open'
    await hear(121)
    await pass(1_500)
    network.last.say(PING)
    expect(socket.choice.carrier.get()).toBe('websocket')
    expect(network.kinds.at(-1)).toBe('websocket')
  })

  test('nobody is taken off HTTP while an edit waits for its confirmation', async () => {
    network.websocket = 'refused'
    isWebSocketBack = true
    await connect()
    socket.isWaiting = () => true
    await hear(65)
    expect(probed).toBe(0)
    socket.isWaiting = () => false
    await hear(2)
    expect(probed).toBe(1)
  })
})
