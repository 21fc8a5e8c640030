import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MemoryStorage } from '../api/MemoryStorage.ts'
import { AdaptiveSocket } from './AdaptiveSocket.ts'
import { FakeCarriers } from './testing/FakeCarriers.ts'
import { TransportChoice } from './TransportChoice.ts'

let network: FakeCarriers
let choice: TransportChoice

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('sessionStorage', new MemoryStorage())
  network = new FakeCarriers()
  choice = new TransportChoice()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

interface Heard {
  socket: AdaptiveSocket
  events: string[]
}

function connect(): Heard {
  const socket = new AdaptiveSocket('ws://localhost/sync', choice, network)
  const events: string[] = []
  socket.addEventListener('open', () => events.push('open'))
  socket.addEventListener('message', (event) => {
    events.push(new TextDecoder().decode((event as MessageEvent<ArrayBuffer>).data))
  })
  socket.addEventListener('close', (event) => {
    const { code, reason } = event as CloseEvent
    events.push(`close ${code}${reason && ` ${reason}`}`)
  })
  return { socket, events }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const bytes = (text: string) => new TextEncoder().encode(text)

describe('AdaptiveSocket', () => {
  test('uses a WebSocket where that works, and asks for nothing else', async () => {
    const { socket, events } = connect()
    await pass(10_000)
    socket.send(bytes('hello'))
    network.last.say('welcome')
    await pass(60_000)
    expect(events).toEqual(['open', 'welcome'])
    expect(network.kinds).toEqual(['websocket'])
    expect(network.last.sent).toEqual(['hello'])
    expect(choice.carrier.get()).toBe('websocket')
    expect(choice.isBlocked).toBe(false)
  })

  test('a proxy that refuses upgrades: HTTP within the same connection, and at once from then on', async () => {
    network.websocket = 'refused'
    const { events } = connect()
    await pass(200)
    expect(events).toEqual(['open'])
    expect(network.kinds).toEqual(['websocket', 'http'])
    network.last.break(4410, 'connection.unknown')
    expect(events).toEqual(['open', 'close 4410 connection.unknown'])
    connect()
    await pass(200)
    expect(network.kinds).toEqual(['websocket', 'http', 'http'])
  })

  test('what was learned about the way outlives a reload of the page', async () => {
    network.websocket = 'refused'
    connect()
    await pass(200)
    choice = new TransportChoice()
    connect()
    await pass(200)
    expect(network.kinds).toEqual(['websocket', 'http', 'http'])
  })

  test('a WebSocket that does not open is joined by HTTP after four seconds', async () => {
    network.websocket = 'hanging'
    const { events } = connect()
    await pass(3_900)
    expect(network.kinds).toEqual(['websocket'])
    await pass(300)
    expect(events).toEqual(['open'])
    expect(choice.carrier.get()).toBe('http')
    expect(network.made[0]?.carrier.readyState).toBe(2)
  })

  test('a WebSocket that opens after HTTP was begun, but before it is there, carries', async () => {
    network.websocket = 'hanging'
    network.overHttp = 'hanging'
    const { socket, events } = connect()
    await pass(4_500)
    network.made[0]?.carrier.open()
    network.made[1]?.carrier.open()
    socket.send(bytes('once'))
    expect(events).toEqual(['open'])
    expect(network.made.map(({ carrier }) => carrier.sent)).toEqual([['once'], []])
    expect(choice.isBlocked).toBe(false)
  })

  test('an open WebSocket that lets nothing through is given up, and the next connection is over HTTP', async () => {
    const { socket, events } = connect()
    await pass(100)
    socket.send(bytes('token'))
    await pass(6_100)
    expect(events).toEqual(['open', 'close 4408 mute'])
    const next = connect()
    await pass(100)
    expect(next.events).toEqual(['open'])
    expect(network.kinds).toEqual(['websocket', 'http'])
    expect(choice.isBlocked).toBe(true)
  })

  test('an open WebSocket on which nothing was asked may be silent', async () => {
    const { events } = connect()
    await pass(60_000)
    expect(events).toEqual(['open'])
  })

  test('a WebSocket that is blocked in mid-session: the next connection finds the way over HTTP', async () => {
    const first = connect()
    await pass(100)
    first.socket.send(bytes('token'))
    network.last.say('welcome')
    network.websocket = 'refused'
    network.last.break()
    expect(first.events).toEqual(['open', 'welcome', 'close 1006'])
    const second = connect()
    await pass(200)
    expect(second.events).toEqual(['open'])
    expect(choice.carrier.get()).toBe('http')
  })

  test('a proxy that cuts WebSockets every minute keeps them; one that cuts them at once loses them', async () => {
    for (let minute = 0; minute < 5; minute += 1) {
      connect()
      await pass(60_000)
      network.last.break()
    }
    expect(network.kinds).toEqual(Array.from({ length: 5 }, () => 'websocket'))
    for (let cut = 0; cut < 2; cut += 1) {
      connect()
      await pass(1_000)
      network.last.break()
    }
    connect()
    await pass(100)
    expect(network.kinds.at(-1)).toBe('http')
  })

  test('without a network nothing is learned about WebSockets', async () => {
    network.websocket = 'refused'
    network.overHttp = 'refused'
    const { events } = connect()
    await pass(1_000)
    expect(events).toEqual(['close 1006'])
    expect(choice.isBlocked).toBe(false)
    network.websocket = 'open'
    connect()
    await pass(1_000)
    expect(network.kinds.at(-1)).toBe('websocket')
  })

  test('where HTTP fails that worked before, a WebSocket is tried again', async () => {
    network.websocket = 'refused'
    connect()
    await pass(200)
    network.websocket = 'open'
    network.overHttp = 'refused'
    const { events } = connect()
    await pass(300)
    expect(events).toEqual(['open'])
    expect(choice.carrier.get()).toBe('websocket')
    expect(choice.isBlocked).toBe(false)
  })

  test('if nothing opens in fifteen seconds, the provider may begin anew', async () => {
    network.websocket = 'hanging'
    network.overHttp = 'hanging'
    const { events } = connect()
    await pass(15_100)
    expect(events).toEqual(['close 1006'])
  })

  test('code that cannot be loaded is a way that fails', async () => {
    network.websocket = 'refused'
    const socket = new AdaptiveSocket('ws://localhost/sync', choice, {
      webSocket: network.webSocket,
      http: () => Promise.reject(new Error('offline')),
    })
    await pass(500)
    expect(socket.readyState).toBe(3)
  })

  test('closing is told at once and nothing follows', async () => {
    const { socket, events } = connect()
    await pass(100)
    const carrier = network.last
    socket.close()
    carrier.say('late')
    carrier.break(1000)
    socket.send(bytes('later'))
    expect(events).toEqual(['open', 'close 1000'])
    expect(carrier.sent).toEqual([])
  })

  test('closing before anything has opened leaves nothing open', async () => {
    network.websocket = 'refused'
    const { socket, events } = connect()
    await pass(50)
    socket.close()
    await pass(20_000)
    expect(events).toEqual(['close 1000'])
    expect(network.made.every(({ carrier }) => carrier.readyState >= 2)).toBe(true)
  })
})

describe('TransportChoice', () => {
  test('WebSockets are tried again after a minute, then ever more seldom', async () => {
    choice.opened('http', { hasWebSocketFailed: true })
    expect(choice.isRetryDue(Date.now() + 59_000)).toBe(false)
    expect(choice.isRetryDue(Date.now() + 60_000)).toBe(true)
    choice.stillBlocked(Date.now())
    expect(choice.isRetryDue(Date.now() + 119_000)).toBe(false)
    expect(choice.isRetryDue(Date.now() + 120_000)).toBe(true)
    for (let trial = 0; trial < 10; trial += 1) choice.stillBlocked(Date.now())
    expect(choice.isRetryDue(Date.now() + 15 * 60_000)).toBe(true)
  })

  test('in another network they are tried at once, and kept if they work', () => {
    choice.opened('http', { hasWebSocketFailed: true })
    choice.networkChanged()
    expect(choice.isRetryDue(Date.now())).toBe(true)
    choice.free()
    expect(choice.first).toBe('websocket')
    expect(new TransportChoice().first).toBe('websocket')
  })
})
