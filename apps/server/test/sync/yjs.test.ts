import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { documentName, type JoinResponse, type TicketResponse } from '@tafelrunde/protocol'
import { addItem, openBoard, readBoard } from '@tafelrunde/schema'
import type { GroupId } from '@tafelrunde/schema/plain'
import { itemFragment } from '@tafelrunde/schema/transport'
import { until } from '@tafelrunde/testkit'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { newTicket } from '../../src/links/tokens.ts'
import { TestServer } from '../http/TestServer.ts'

const MINUTE_MS = 60_000

let server: TestServer
let lateMs = 0
let warnings: ReturnType<typeof vi.spyOn>
const left: (() => void)[] = []

beforeAll(async () => {
  server = await TestServer.start({}, { now: () => Date.now() + lateMs })
})
beforeEach(() => {
  warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  lateMs = 0
  for (const leave of left.splice(0)) leave()
  warnings.mockRestore()
})
afterAll(() => server.stop())

const socketUrl = (path: string): string => `${server.address.replace('http', 'ws')}${path}`

async function aWorkshop() {
  const created = await server.createWorkshop()
  const owner = await server.join(created.links.owner)
  const groupId = created.groups[0]!.id as GroupId
  const name = documentName('group', groupId)
  const join = (person: string) => server.join(created.groups[0]!.link, { name: person, organisation: 'Land A' })
  const command = async (body: object) => {
    const path = `/api/v1/workshops/${created.workshop.id}/run`
    const answer = await server.call('POST', path, { token: owner.token, body })
    expect(answer.status).toBe(200)
  }
  return { created, owner, groupId, name, join, command }
}

async function aTicket(seat: JoinResponse, document: string): Promise<string> {
  const answer = await server.call<TicketResponse>('POST', '/api/v1/sync-tickets', {
    token: seat.token,
    body: { document },
  })
  expect(answer.status).toBe(201)
  return answer.body.ticket
}

/** A client of y-websocket as it comes from npm, in a process without anybody to broadcast to. */
function connectYjs(ticket: string, room: string, doc = new Y.Doc()) {
  const closes: string[] = []
  const provider = new WebsocketProvider(socketUrl('/yjs'), room, doc, {
    protocols: ['tafelrunde', ticket],
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  })
  provider.on('connection-close', (event) => {
    if (event) closes.push(`${event.code} ${event.reason}`)
  })
  left.push(() => provider.destroy())
  return { ...boardOf(doc), doc, provider, closes, awareness: provider.awareness }
}

/** A client of Hocuspocus as it comes from npm. */
function connectHocuspocus(token: string, name: string, document = new Y.Doc()) {
  const websocketProvider = new HocuspocusProviderWebsocket({ url: socketUrl('/sync') })
  const provider = new HocuspocusProvider({ websocketProvider, name, token, document })
  provider.attach()
  left.push(() => {
    provider.destroy()
    websocketProvider.destroy()
  })
  return { ...boardOf(document), doc: document, provider, awareness: provider.awareness! }
}

function boardOf(doc: Y.Doc) {
  return {
    write: (text: string) => addItem(openBoard(doc), { place: { canvasId: null, fieldId: 'free' }, text }),
    texts: () =>
      readBoard(openBoard(doc))
        .items.map(({ plainText }) => plainText)
        .sort(),
  }
}

/** A bare WebSocket: how it ended, or `open` and the sub-protocol it was given. */
function connectBare(path: string, protocols: string[] = [], headers: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(socketUrl(path), protocols, { headers })
    left.push(() => socket.terminate())
    socket.on('open', () => socket.send(new Uint8Array([0, 0, 1, 0])))
    socket.on('message', (data: Buffer) => data[0] === 0 && resolve(`open ${socket.protocol}`))
    socket.on('close', (code, reason) => resolve(`${code} ${reason.toString()}`))
    socket.on('unexpected-response', (_request, response) => resolve(`http ${response.statusCode}`))
    socket.on('error', () => undefined)
  })
}

describe('the unmodified y-websocket client', () => {
  test('[Y4] edits the same board at the same time as a Hocuspocus client', async () => {
    const { name, groupId, join } = await aWorkshop()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    const yjs = connectYjs(await aTicket(anna, name), name)
    const hocuspocus = connectHocuspocus(ben.token, name)
    await until(() => yjs.provider.synced && hocuspocus.provider.isSynced)
    yjs.write('von y-websocket')
    hocuspocus.write('von Hocuspocus')
    const both = ['von Hocuspocus', 'von y-websocket']
    await until(() => yjs.texts().length === 2 && hocuspocus.texts().length === 2)
    expect([yjs.texts(), hocuspocus.texts()]).toEqual([both, both])

    const itemId = readBoard(openBoard(yjs.doc)).items[0]!.id
    const textOf = (doc: Y.Doc) => itemFragment(openBoard(doc), itemId)!.get(0) as Y.XmlElement
    const typing = (doc: Y.Doc, letter: string) => (textOf(doc).get(0) as Y.XmlText).insert(0, letter)
    for (let round = 0; round < 50; round += 1) {
      typing(yjs.doc, 'y')
      typing(hocuspocus.doc, 'h')
      if (round % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    const firstOf = (doc: Y.Doc) => (textOf(doc).get(0) as Y.XmlText).toJSON()
    await until(() => firstOf(yjs.doc) === firstOf(hocuspocus.doc) && firstOf(yjs.doc).length > 100)
    expect(firstOf(yjs.doc).match(/[yh]/g)?.length).toBeGreaterThanOrEqual(100)

    const late = connectYjs(await aTicket(anna, name), name)
    await until(() => late.provider.synced)
    expect(firstOf(late.doc)).toBe(firstOf(yjs.doc))
    await server.restart()
    const { texts } = connectHocuspocus(ben.token, documentName('group', groupId))
    await until(() => texts().length === 2)
    expect([yjs.closes[0], warnings.mock.calls]).toEqual(['4503 server.stopping', []])
  })

  test('[P1] sees people of the other dialect and is seen, each with the identity of the server', async () => {
    const { name, join } = await aWorkshop()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    const yjs = connectYjs(await aTicket(anna, name), name)
    const hocuspocus = connectHocuspocus(ben.token, name)
    yjs.awareness.setLocalState({ user: { name: 'Chefin', color: '#000000' }, cursor: { anchor: 1, head: 2 } })
    hocuspocus.awareness.setLocalState({ user: { name: 'Chef' }, seat: { id: anna.seat.id }, place: { x: 1, y: 2 } })
    const seen = await until(() => hocuspocus.awareness.getStates().get(yjs.doc.clientID))
    const color = expect.stringMatching(/^#[0-9a-f]{6}$/)
    expect(seen).toMatchObject({ cursor: { anchor: 1, head: 2 }, user: { name: 'Anna', color } })
    expect(seen['seat']).toMatchObject({ id: anna.seat.id, name: 'Anna', organisation: 'Land A' })
    const back = await until(() => yjs.awareness.getStates().get(hocuspocus.doc.clientID))
    expect(back).toMatchObject({ place: { x: 1 }, user: { name: 'Ben', color }, seat: { id: ben.seat.id } })

    yjs.provider.ws?.close()
    await until(() => !hocuspocus.awareness.getStates().has(yjs.doc.clientID), { timeoutMs: 1_000 })
    await until(() => hocuspocus.awareness.getStates().has(yjs.doc.clientID))
    hocuspocus.provider.destroy()
    await until(() => !yjs.awareness.getStates().has(hocuspocus.doc.clientID), { timeoutMs: 1_000 })
  })

  test('[P4] two tabs of one seat show two cursors, and the one that leaves is gone for the other', async () => {
    const { name, join } = await aWorkshop()
    const anna = await join('Anna')
    const [first, second] = [connectYjs(await aTicket(anna, name), name), connectYjs(await aTicket(anna, name), name)]
    for (const { awareness } of [first, second]) awareness.setLocalStateField('cursor', { anchor: -1 })
    await until(() => [first, second].every(({ awareness }) => awareness.getStates().size === 2))
    for (let x = 0; x < 20; x += 1) {
      first.awareness.setLocalStateField('cursor', { anchor: x })
      await new Promise((resolve) => setImmediate(resolve))
    }
    await until(() => second.awareness.getStates().get(first.doc.clientID)?.['cursor']?.anchor === 19)
    first.provider.shouldConnect = false
    ;(first.provider.ws as unknown as WebSocket).terminate()
    await until(() => second.awareness.getStates().size === 1, { timeoutMs: 1_000 })
  })

  test('[Y2] comes back with the same ticket, and brings and gets what was written meanwhile', async () => {
    const { name, join } = await aWorkshop()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    const yjs = connectYjs(await aTicket(anna, name), name)
    const hocuspocus = connectHocuspocus(ben.token, name)
    await until(() => yjs.provider.synced && hocuspocus.provider.isSynced)
    yjs.write('vorher')
    await until(() => hocuspocus.texts().length === 1)
    yjs.provider.disconnect()
    yjs.write('im Funkloch')
    hocuspocus.write('im Saal')
    lateMs = 11 * MINUTE_MS
    yjs.provider.connect()
    await until(() => yjs.texts().length === 3 && hocuspocus.texts().length === 3)
    expect(yjs.texts()).toEqual(['im Funkloch', 'im Saal', 'vorher'])
    expect(hocuspocus.texts()).toEqual(yjs.texts())
  })

  test.each(['group/', 'group%2F', 'group%2f'])('[Y4] finds its document as /yjs/%s…', async (prefix) => {
    const { name, groupId, join } = await aWorkshop()
    const yjs = connectYjs(await aTicket(await join('Anna'), name), `${prefix}${groupId}`)
    await until(() => yjs.provider.synced)
    expect(readBoard(openBoard(yjs.doc)).canvases).toBeDefined()
  })
})

describe('who may connect', () => {
  test('[Y5] a ticket beside the sub-protocol or in the query, and nothing else', async () => {
    const { name, created, owner, join } = await aWorkshop()
    const anna = await join('Anna')
    const ticket = await aTicket(anna, name)
    const path = `/yjs/${name}`
    expect(await connectBare(path, ['tafelrunde', ticket])).toBe('open tafelrunde')
    expect(await connectBare(path, [ticket, 'tafelrunde'])).toBe('open tafelrunde')
    expect(await connectBare(`${path}?token=${ticket}`)).toBe('open ')
    expect(await connectBare(path)).toBe('4401 token.missing')
    expect(await connectBare(path, ['tafelrunde', anna.token])).toBe('4401 ticket.unknown')
    expect(await connectBare(`${path}?token=${anna.token}`)).toBe('4401 ticket.unknown')
    expect(await connectBare(`${path}?token=ticket_Aaaaaaaaaaaaaaaaaaaaaa`)).toBe('4401 ticket.unknown')
    const other = documentName('workshop', created.workshop.id)
    expect(await connectBare(`/yjs/${other}`, ['tafelrunde', ticket])).toBe('4403 ticket.foreign')
    expect(await connectBare(`/yjs/${other}`, ['tafelrunde', await aTicket(owner, other)])).toBe('open tafelrunde')
    for (const secret of [ticket, anna.token]) expect(server.logged.join()).not.toContain(secret)
  })

  test.each([
    '',
    'group',
    'group/short',
    '%E0%A4%A',
    'group%252FAaaaaaaaaaaaaaaaaaaaaa',
    '%2e%2e%2fsync',
    'x'.repeat(300),
  ])('[Y4] /yjs/%s is no document', async (room) => {
    expect(await connectBare(`/yjs/${room}`, ['tafelrunde', newTicket()])).toBe('4404 document.unknown')
  })

  test('[A1] a page of another origin is refused before the upgrade', async () => {
    const { name, join } = await aWorkshop()
    const ticket = await aTicket(await join('Anna'), name)
    const origin = 'http://evil.example'
    expect(await connectBare(`/yjs/${name}`, ['tafelrunde', ticket], { origin })).toBe('http 403')
    const own = { origin: server.address }
    expect(await connectBare(`/yjs/${name}`, ['tafelrunde', ticket], own)).toBe('open tafelrunde')
  })

  test('[Y2] a ticket that was not used for ten minutes opens nothing', async () => {
    const { name, join } = await aWorkshop()
    const ticket = await aTicket(await join('Anna'), name)
    lateMs = 10 * MINUTE_MS
    const yjs = connectYjs(ticket, name)
    await until(() => yjs.closes.length > 0)
    expect(yjs.closes[0]).toBe('4401 ticket.expired')
    expect(warnings.mock.calls[0]?.[0]).toContain('ticket.expired')
    expect(yjs.provider.synced).toBe(false)
  })
})

describe('what is refused', () => {
  test('[Y6] an edit of a frozen board changes nothing and closes with the reason, the freeze waits for nobody', async () => {
    const { name, join, command } = await aWorkshop()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    const yjs = connectYjs(await aTicket(anna, name), name)
    const witness = connectYjs(await aTicket(ben, name), name)
    await until(() => yjs.provider.synced && witness.provider.synced)
    const askedAt = performance.now()
    await command({ type: 'freeze' })
    expect(performance.now() - askedAt).toBeLessThan(1_500)
    yjs.write('zu spät')
    await until(() => yjs.closes.length > 0)
    expect(yjs.closes[0]).toBe('4409 board.frozen')
    expect(warnings.mock.calls[0]?.[0]).toContain('board.frozen')
    expect([witness.texts(), witness.closes]).toEqual([[], []])
    await until(() => yjs.closes.length >= 4, { what: 'the client to come back with the same edit' })
    expect(witness.texts()).toEqual([])
    await command({ type: 'unfreeze' })
    await until(() => witness.texts().length === 1, { what: 'the client to bring its edit when it may' })
  })

  test('[Y6] a write into an unknown root closes with the reason and is not there', async () => {
    const { name, join } = await aWorkshop()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    const yjs = connectYjs(await aTicket(anna, name), name)
    const witness = connectHocuspocus(ben.token, name)
    await until(() => yjs.provider.synced && witness.provider.isSynced)
    yjs.doc.getMap('secrets').set('a', 1)
    await until(() => yjs.closes.length > 0)
    expect(yjs.closes[0]).toBe('4400 update.unknownRoot')
    expect(witness.doc.getMap('secrets').size).toBe(0)
  })

  test('[Y6] an observer reads and writes nothing', async () => {
    const { created, name } = await aWorkshop()
    const observer = await server.join(created.links.observer)
    const yjs = connectYjs(await aTicket(observer, name), name)
    await until(() => yjs.provider.synced)
    expect(yjs.closes).toEqual([])
    yjs.write('ich darf nicht')
    await until(() => yjs.closes.length > 0)
    expect(yjs.closes[0]).toBe('4403 seat.observing')
  })

  test("[Y4] an update under somebody else's client id is refused as on the other path", async () => {
    const { name, join } = await aWorkshop()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    const witness = connectHocuspocus(ben.token, name)
    await until(() => witness.provider.isSynced)
    witness.write('von Ben')
    await until(() => !witness.provider.hasUnsyncedChanges)
    const thief = new Y.Doc()
    const yjs = connectYjs(await aTicket(anna, name), name, thief)
    await until(() => yjs.provider.synced)
    const { clientID } = thief
    thief.clientID = witness.doc.clientID
    yjs.write('angeblich von Ben')
    thief.clientID = clientID
    await until(() => yjs.closes.length > 0)
    expect(yjs.closes[0]).toBe('4403 update.foreignClient')
    expect(witness.texts()).toEqual(['von Ben'])
  })

  test('[Y6] a revoked seat is out in less than a second', async () => {
    const { created, name, join, owner } = await aWorkshop()
    const anna = await join('Anna')
    const yjs = connectYjs(await aTicket(anna, name), name)
    await until(() => yjs.provider.synced)
    const path = `/api/v1/workshops/${created.workshop.id}/seats/${anna.seat.id}`
    expect((await server.call('DELETE', path, { token: owner.token })).status).toBe(200)
    await until(() => yjs.closes.length > 0, { timeoutMs: 1_000 })
    expect(yjs.closes[0]).toBe('4401 seat.revoked')
    yjs.write('noch da?')
    await until(() => yjs.closes.length > 1)
    expect(yjs.closes[1]).toBe('4401 seat.revoked')
  })
})
