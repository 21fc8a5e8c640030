import { expect, it } from 'vitest'
import { SeededRandom } from '@tafelrunde/participant/random'
import type { NetworkClose, NetworkEnd } from './NetworkEnd.ts'
import { SimulatedNetwork } from './SimulatedNetwork.ts'
import { simulatedWebSocket } from './simulatedWebSocket.ts'
import { VirtualClock } from './VirtualClock.ts'

/** A network whose server writes down what it gets and answers with it. */
function network(seed: number) {
  const clock = new VirtualClock(0)
  const simulated = new SimulatedNetwork({ clock, random: new SeededRandom(seed) })
  const got: string[] = []
  const servers: NetworkEnd[] = []
  simulated.listen((end) => {
    servers.push(end)
    end.onMessage = (bytes) => {
      got.push(`${end.label} ${bytes[0]}`)
      end.send(bytes)
    }
    end.onClose = ({ code }) => void got.push(`${end.label} closed ${code}`)
  })
  return { clock, simulated, got, servers }
}

/** Three hosts talk at once, one is cut, one is partitioned. */
async function talk(seed: number): Promise<{ hash: number; got: string[] }> {
  const { clock, simulated, got } = network(seed)
  for (const host of ['a', 'b', 'c']) {
    const end = simulated.connect(host)
    end.onOpen = () => {
      for (let number = 0; number < 20; number += 1) end.send(Uint8Array.of(number))
    }
  }
  clock.after(60, () => simulated.partition('b'))
  clock.after(90, () => simulated.cut('c', { serverNoticesAfterMs: 500 }))
  clock.after(1_000, () => simulated.heal('b'))
  await clock.run(5_000)
  return { hash: simulated.traceHash, got }
}

it('does the same for the same seed and something else for another one', async () => {
  const [first, again, other] = [await talk(7), await talk(7), await talk(8)]
  expect(again).toEqual(first)
  expect(other.hash).not.toBe(first.hash)
  expect(first.got.length).toBeGreaterThan(40)
})

it('keeps the order inside of a connection and mixes connections', async () => {
  const { got } = await talk(3)
  const messages = got.filter((line) => !line.includes('closed')).map((line) => line.split(' server '))
  for (const connection of ['1', '2', '3']) {
    const numbers = messages.filter(([of]) => of === connection).map(([, number]) => Number(number))
    expect(numbers).toEqual(numbers.toSorted((one, next) => one - next))
    expect(new Set(numbers).size).toBe(numbers.length)
  }
  const order = messages.map(([of]) => of).join('')
  expect(order).not.toMatch(/^1*2*3*$/)
})

it('lets what was under way to a server arrive after the client has noticed the break', async () => {
  const { clock, simulated, got } = network(1)
  const end = simulated.connect('a')
  let closed = 0
  end.onClose = ({ code }) => (closed = code)
  await clock.run(200)
  end.send(Uint8Array.of(1))
  simulated.cut('a', { serverNoticesAfterMs: 1_000 })
  expect(closed).toBe(1006)
  await clock.run(500)
  expect(got).toEqual(['1 server 1'])
  await clock.run(1_000)
  expect(got).toEqual(['1 server 1', '1 server closed 1006'])
})

it('loses what was under way when both ends break, and refuses connections while nobody listens', async () => {
  const { clock, simulated, got } = network(1)
  const end = simulated.connect('a')
  await clock.run(200)
  end.send(Uint8Array.of(1))
  simulated.cutAll()
  simulated.listen(null)
  const late = simulated.connect('a')
  await clock.run(500)
  expect(got).toEqual([])
  expect(late.isClosed).toBe(true)
  expect(simulated.counts).toEqual({ connections: 2, delivered: 0, lost: 1, cuts: 1 })
})

it('holds everything during a partition and delivers it afterwards', async () => {
  const { clock, simulated, got } = network(1)
  const end = simulated.connect('a')
  await clock.run(200)
  simulated.partition('a')
  for (const number of [1, 2, 3]) end.send(Uint8Array.of(number))
  await clock.run(10_000)
  expect(got).toEqual([])
  simulated.heal('a')
  await clock.run(10_000)
  expect(got).toEqual(['1 server 1', '1 server 2', '1 server 3'])
})

it('keeps for a reader that pauses what it has not taken, and tells how much that is', async () => {
  const { clock, simulated, got, servers } = network(1)
  const end = simulated.connect('a')
  await clock.run(200)
  servers[0]?.pause()
  end.send(Uint8Array.of(1, 2, 3))
  await clock.run(1_000)
  expect(end.backlogBytes).toBe(3)
  expect(got).toEqual([])
  servers[0]?.resume()
  await clock.run(1_000)
  expect(end.backlogBytes).toBe(0)
  expect(got).toEqual(['1 server 1'])
})

it('carries a WebSocket: open, messages both ways, a goodbye with its code', async () => {
  const { clock, simulated, servers } = network(1)
  const Socket = simulatedWebSocket(simulated, 'a')
  const socket = new Socket('ws://simulated')
  const events: string[] = []
  socket.addEventListener('open', () => socket.send(Uint8Array.of(9)))
  socket.addEventListener('message', (event) => {
    events.push(`message ${new Uint8Array((event as { data: ArrayBuffer }).data)[0]}`)
    servers[0]?.end({ code: 4429, reason: 'request.tooMany' })
  })
  socket.addEventListener('close', (event) =>
    events.push(`${(event as NetworkClose).code} ${(event as NetworkClose).reason}`),
  )
  await clock.run(1_000)
  expect(events).toEqual(['message 9', '4429 request.tooMany'])
  expect(socket.readyState).toBe(3)
  expect(servers[0]?.isClosed).toBe(true)
})
