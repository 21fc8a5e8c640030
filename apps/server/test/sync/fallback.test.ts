import { request as requestOf } from 'node:http'
import { HttpSocket } from '@tafelrunde/http-socket'
import { documentName } from '@tafelrunde/protocol'
import { addItem } from '@tafelrunde/schema'
import type { GroupId } from '@tafelrunde/schema/plain'
import {
  Participant,
  startProxy,
  until,
  type JoinOptions,
  type Proxy,
  type ProxyMode,
  type Transport,
} from '@tafelrunde/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inviteOf, TestServer } from '../http/TestServer.ts'

const PLACE = { canvasId: null, fieldId: 'free' } as const

let server: TestServer
let workshop: Awaited<ReturnType<TestServer['createWorkshop']>>
let groupId: GroupId
let people: Participant[]
let proxies: Proxy[]

beforeEach(async () => {
  people = []
  proxies = []
  server = await TestServer.start()
  workshop = await server.createWorkshop()
  groupId = workshop.groups[0]!.id as GroupId
})

afterEach(async () => {
  for (const person of people) person.leave()
  for (const proxy of proxies) await proxy.close()
  await server.stop()
})

async function through(mode: ProxyMode): Promise<Proxy> {
  const proxy = await startProxy({ target: server.address, mode })
  proxies.push(proxy)
  return proxy
}

async function join(transport: Transport, more: Partial<JoinOptions> = {}): Promise<Participant> {
  const invite = inviteOf(workshop.groups[0]!.link)
  const person = await Participant.join({ url: server.address, invite, name: 'Anna', transport, ...more })
  people.push(person)
  await person.openBoard(groupId)
  return person
}

/** A note, if the board takes edits now. */
function write(person: Participant, text: string): boolean {
  return person.edit(groupId, (board) => addItem(board, { place: PLACE, text })) !== null
}

function boardOf(person: Participant): string[] {
  return person
    .read(groupId)
    .items.map((item) => item.plainText)
    .toSorted()
}

/** Everybody writes notes with a number, a few at a time. */
async function writeNotes(writers: readonly Participant[], count: number, prefix = ''): Promise<string[]> {
  const written: string[] = []
  for (let number = 0; number < count; number += 1) {
    for (const [who, writer] of writers.entries()) {
      const text = `${prefix}${who}:${number}`
      await until(() => write(writer, text), { what: 'the board to take edits' })
      written.push(text)
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return written.toSorted()
}

/** Everything that everybody has written is on every board, once. */
async function expectAgreement(everybody: readonly Participant[], written: readonly string[]): Promise<void> {
  const what = 'everybody to be saved and to have everything'
  await until(
    () => everybody.every((person) => person.isSaved && person.read(groupId).items.length >= written.length),
    { what, timeoutMs: 40_000 },
  )
  for (const person of everybody) {
    expect(boardOf(person)).toEqual(written)
    expect(person.refusals).toEqual([])
  }
}

async function moderate(type: 'freeze' | 'unfreeze'): Promise<void> {
  const owner = await server.join(workshop.links.owner)
  const path = `/api/v1/workshops/${workshop.workshop.id}/run`
  expect((await server.call('POST', path, { token: owner.token, body: { type } })).status).toBe(200)
}

describe('an unmodified provider over plain HTTP', () => {
  it('[T18] edits together with one over a WebSocket', async () => {
    const everybody = [await join('http'), await join('websocket'), await join('http')]
    await expectAgreement(everybody, await writeNotes(everybody, 20))
  })

  const modes: readonly (readonly [what: string, mode: ProxyMode, asks: string])[] = [
    ['refuses WebSockets', { upgrades: 'refused' }, 'streams'],
    ['holds answers back until they end', { buffers: true }, 'polls'],
    ['cuts every connection after 150 ms', { cutAfterMs: 150 }, 'streams'],
    ['loses every fifth request or its answer', { dropChance: 0.2, seed: 11 }, 'streams'],
    ['is slow', { delayMs: 40 }, 'streams'],
    ['holds back, cuts and loses', { buffers: true, cutAfterMs: 700, dropChance: 0.1, seed: 12 }, 'polls'],
  ]

  it.each(modes)('[T11] brings every edit once behind a proxy that %s', async (_what, mode, asks) => {
    const proxy = await through({})
    const everybody = [
      await join('http', { syncVia: proxy.url }),
      await join('http', { syncVia: proxy.url }),
      await join('websocket'),
    ]
    proxy.setMode(mode)
    proxy.cut()
    proxy.requests.length = 0
    const brokenBefore = proxy.broken
    await expectAgreement(everybody, await writeNotes(everybody, 25))
    const receives = proxy.requests.filter((request) => request === 'GET /sync/http/receive').length
    if (asks === 'polls') expect(receives).toBeGreaterThan(3)
    expect(proxy.requests).toContain('POST /sync/http/send')
    if (mode.cutAfterMs !== undefined || mode.dropChance !== undefined)
      expect(proxy.broken - brokenBefore).toBeGreaterThan(0)
  })

  it('[T16] gets through a network that holds answers back from the first moment', async () => {
    const proxy = await through({ buffers: true, upgrades: 'refused' })
    const person = await join('http', { syncVia: proxy.url })
    await expectAgreement([person, await join('websocket')], await writeNotes([person], 5))
  })
})

describe('the guarantees over plain HTTP', () => {
  it('[T18] [F1] loses nothing by a freeze while everybody types: it is on the board or in its author’s tray', async () => {
    const proxy = await through({ buffers: true })
    const writers = [
      await join('http'),
      await join('http'),
      await join('http', { syncVia: proxy.url }),
      await join('websocket'),
    ]
    const offline = writers[1]!
    const written = await writeNotes(writers, 5)
    await until(() => offline.isSaved)
    offline.goOffline()
    for (let number = 0; number < 3; number += 1) {
      write(offline, `ohne Netz ${number}`)
      written.push(`ohne Netz ${number}`)
    }
    const startedAt = performance.now()
    await moderate('freeze')
    expect(performance.now() - startedAt, 'everybody answers').toBeLessThan(2_000)
    const refusing = writers.filter((writer) => writer !== offline)
    await until(() => refusing.every((writer) => !writer.open(documentName('group', groupId)).mayWrite))
    void offline.goOnline()
    await until(() => offline.refusals.length > 0 && offline.isSaved, { what: 'the offline person to be refused' })
    expect(offline.refusals.map(({ code }) => code)).toContain('board.frozen')
    expect(offline.tray.map(({ text }) => text).toSorted()).toEqual([0, 1, 2].map((number) => `ohne Netz ${number}`))
    await moderate('unfreeze')
    const later = await writeNotes(writers, 3, 'danach ')
    const inTrays = new Set(writers.flatMap(({ tray }) => tray.map(({ text }) => text)))
    const onBoard = [...written, ...later].filter((text) => !inTrays.has(text)).toSorted()
    const isAgreed = (): boolean =>
      writers.every((writer) => writer.isSaved && boardOf(writer).join() === onBoard.join())
    await until(isAgreed, { what: 'everybody to have what is in no tray, once' })
  })

  it.each([
    ['a stream', {}],
    ['polls', { buffers: true }],
  ])('[T18] ends a revoked seat within a second, over %s', async (_what, mode) => {
    const proxy = await through({})
    proxy.setMode(mode)
    const person = await join('http', { syncVia: proxy.url })
    await until(() => write(person, 'noch da'))
    await until(() => person.isSaved)
    const owner = await server.join(workshop.links.owner)
    const startedAt = performance.now()
    const path = `/api/v1/workshops/${workshop.workshop.id}/seats/${person.seatId}`
    expect((await server.call('DELETE', path, { token: owner.token })).status).toBeLessThan(300)
    await until(() => person.refusals.some(({ code }) => code === 'seat.revoked'))
    expect(performance.now() - startedAt).toBeLessThan(1_000)
  })

  it('[T14] [K1] tells its clients that it stops, and they go on when it is back', async () => {
    const everybody = [await join('http'), await join('websocket')]
    const watcher = new HttpSocket(`${server.address}/sync`)
    const ends: string[] = []
    watcher.onclose = ({ code, reason }) => ends.push(`${code} ${reason}`)
    await until(() => watcher.readyState === HttpSocket.OPEN)
    const written = await writeNotes(everybody, 5)
    for (const person of everybody) write(person, `kurz davor ${person.seatId}`)
    written.push(...everybody.map(({ seatId }) => `kurz davor ${seatId}`))
    await server.restart({ PORT: String(server.running.port) })
    expect(ends).toEqual(['4503 server.stopping'])
    for (const person of everybody) write(person, `danach ${person.seatId}`)
    written.push(...everybody.map(({ seatId }) => `danach ${seatId}`))
    await expectAgreement(everybody, written.toSorted())
  })
})

describe('the border', () => {
  /** A request with exactly these headers. */
  function ask(
    method: string,
    path: string,
    headers: Record<string, string>,
  ): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const { port } = server.running
      const request = requestOf({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        let body = ''
        response.on('data', (piece: Buffer) => (body += piece.toString()))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      })
      request.on('error', reject)
      request.end()
    })
  }

  it.each([
    ['POST', '/sync/http'],
    ['POST', '/sync/http/send'],
    ['GET', '/sync/http/receive'],
    ['POST', '/sync/http/close'],
  ])('[T10] [H1] refuses a foreign origin and a foreign host: %s %s', async (method, path) => {
    const foreign = await ask(method, path, { origin: 'http://evil.example' })
    expect([foreign.status, JSON.parse(foreign.body)]).toMatchObject([403, { error: 'origin.foreign' }])
    const rebound = await ask(method, path, { host: 'evil.example' })
    expect([rebound.status, JSON.parse(rebound.body)]).toMatchObject([403, { error: 'origin.foreign' }])
  })

  it('[T10] takes JSON and forms for what they are: no frames', async () => {
    const opened = await server.call<{ connection: string }>('POST', '/sync/http')
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
      const headers = {
        'content-type': type,
        'tafelrunde-connection': opened.body.connection,
        'tafelrunde-first': '1',
        'tafelrunde-received': '0',
      }
      const answer = await server.call('POST', '/sync/http/send', { headers, body: '{"a":1}' })
      expect([answer.status, answer.body.error]).toEqual([400, 'request.malformed'])
    }
  })

  it('[T17] writes the secret of a connection into no log, and guards its answers like all others', async () => {
    const opened = await server.call<{ connection: string }>('POST', '/sync/http')
    const { connection } = opened.body
    expect(opened.headers.get('x-content-type-options')).toBe('nosniff')
    expect(opened.headers.get('cache-control')).toBe('no-store')
    const headers = { 'tafelrunde-connection': connection, 'tafelrunde-received': '9', 'tafelrunde-mode': 'now' }
    expect((await server.call('GET', '/sync/http/receive', { headers })).body.error).toBe('connection.gap')
    expect(
      (await server.call('GET', '/sync/http/receive', { headers: { ...headers, 'tafelrunde-mode': connection } }))
        .status,
    ).toBe(400)
    await until(() => server.logged.some((line) => line.includes('connection.gap')))
    expect(server.logged.join()).not.toContain(connection)
    expect((await server.call('GET', '/api/v1/openapi.json')).body).toHaveProperty(['paths', '/sync/http/receive'])
  })
})
