import { documentName } from '@tafelrunde/protocol'
import { addItem } from '@tafelrunde/schema'
import { Participant, SeededRandom, until } from '@tafelrunde/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import { deniedFrame, updateFrame } from '../../src/front/frames.ts'
import { startTestServer, type TestServer } from './inProcess.ts'

let server: TestServer
let people: Participant[] = []
let sockets: WebSocket[] = []

beforeEach(async () => {
  server = await startTestServer()
})
afterEach(async () => {
  for (const person of people) person.leave()
  for (const socket of sockets) socket.terminate()
  people = []
  sockets = []
  await server.stop()
})

function join(...who: Parameters<TestServer['workshop']['seat']>): Participant {
  const { token, seat } = server.workshop.seat(...who)
  const { id: seatId, workshopId, groupId } = seat
  const person = new Participant({ syncUrl: server.url, token, seatId, workshopId, groupId })
  people.push(person)
  return person
}

/** How a raw connection attempt ends: 'open', or the HTTP status and body of the refusal. */
function connect(options: ClientOptions = {}, url = server.url): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, options)
    sockets.push(socket)
    socket.on('open', () => resolve('open'))
    socket.on('error', reject)
    socket.on('unexpected-response', (_request, response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () => resolve(`${response.statusCode} ${(JSON.parse(body) as { error: string }).error}`))
    })
  })
}

async function openRaw(): Promise<WebSocket> {
  await connect()
  return sockets.at(-1)!
}

const closeOf = (socket: WebSocket): Promise<string> =>
  new Promise((resolve) => socket.on('close', (code, reason) => resolve(`${code} ${reason.toString()}`)))

describe('who may connect', () => {
  it('[A1] takes the own origin and clients without one', async () => {
    expect(await connect({ origin: 'http://localhost:3000' })).toBe('open')
    expect(await connect()).toBe('open')
  })

  it.each(['http://evil.example', 'null', 'http://localhost:3000.evil.example', 'https://localhost:3000', ''])(
    '[A1] refuses the origin %j before the upgrade completes',
    async (origin) => {
      expect(await connect({ headers: { Origin: origin } })).toBe('403 origin.foreign')
    },
  )

  it('[A1] refuses every other path', async () => {
    expect(await connect({}, server.url.replace('/sync', '/other'))).toBe('404 request.notFound')
  })

  it('[A3] hangs up on a frame that is larger than an update may be', async () => {
    const socket = await openRaw()
    const closed = closeOf(socket)
    socket.send(Buffer.alloc(1_100_000))
    expect(await closed).toMatch(/^1009/)
  })

  it('[A3] hangs up on a frame in ever new pieces', async () => {
    const socket = await openRaw()
    const closed = closeOf(socket)
    for (let piece = 0; piece < 20_000; piece += 1) socket.send(Buffer.alloc(0), { fin: false })
    expect(await closed).toMatch(/^1008/)
  })

  it('[A8] answers a ping', async () => {
    const socket = await openRaw()
    const answered = new Promise<Buffer>((resolve) => socket.once('pong', resolve))
    socket.ping('da?')
    expect((await answered).toString()).toBe('da?')
  })

  it('hangs up on text and on bytes that are no frame', async () => {
    const text = await openRaw()
    const textClosed = closeOf(text)
    text.send('hello')
    expect(await textClosed).toBe('4400 update.malformed')
    const rubbish = await openRaw()
    const rubbishClosed = closeOf(rubbish)
    rubbish.send(Buffer.from([200, 200, 200]))
    expect(await rubbishClosed).toBe('4400 update.malformed')
  })

  it('answers a name that is none with a refusal and goes on', async () => {
    const socket = await openRaw()
    const answer = new Promise<Buffer>((resolve) => socket.once('message', resolve))
    socket.send(updateFrame('group/__proto__', new Uint8Array([0, 0])))
    expect(await answer).toEqual(Buffer.from(deniedFrame('group/__proto__', 'document.unknown')))
    expect(socket.readyState).toBe(socket.OPEN)
  })

  it('[A4] lets nothing through to a document before a token opened it', async () => {
    const { groupA } = server.workshop
    const before = await server.documents.readState(documentName('group', groupA))
    const anna = join('participant', groupA)
    const opened = await anna.openBoard(groupA)
    const socket = await openRaw()
    let update = new Uint8Array()
    opened.ydoc.once('update', (bytes: Uint8Array) => (update = new Uint8Array(bytes)))
    anna.goOffline()
    await until(() => !anna.isConnected)
    anna.edit(groupA, (board) => addItem(board, { place: { canvasId: null, fieldId: 'free' }, text: 'geklaut' }))
    socket.send(updateFrame(documentName('group', groupA), update))
    const probe = new Promise<Buffer>((resolve) => socket.once('message', resolve))
    socket.send(updateFrame('no-such-name', new Uint8Array()))
    await probe
    expect(await server.documents.readState(documentName('group', groupA))).toEqual(before)
  })
})

describe('attacks of a seat', () => {
  it('closes the document for whoever sends garbled updates, and nobody else notices', async () => {
    const { groupA } = server.workshop
    const honest = join('participant', groupA)
    await honest.openBoard(groupA)
    const name = documentName('group', groupA)
    const random = new SeededRandom(5)
    const before = await server.documents.readState(name)
    for (let round = 0; round < 20; round += 1) {
      const mallory = join('participant', groupA)
      const opened = await mallory.openBoard(groupA)
      const websocket = opened.provider.configuration.websocketProvider
      websocket.send(updateFrame(name, random.bytes(random.integer(1, 60))))
      await until(() => mallory.refusals.length > 0)
      expect(['update.malformed', 'update.clockGap', 'update.unknownRoot']).toContain(mallory.refusals[0]?.code)
      mallory.leave()
    }
    expect(await server.documents.readState(name)).toEqual(before)
    const place = { canvasId: null, fieldId: 'free' }
    await until(() => honest.edit(groupA, (board) => addItem(board, { place, text: 'weiter' })))
    await until(() => honest.isSaved)
    expect(honest.refusals).toEqual([])
    expect(server.events).not.toContain('sync.failed')
  })

  it("drops presence that is huge, no object or somebody else's", async () => {
    const { groupA } = server.workshop
    const anna = join('participant', groupA)
    const mallory = join('participant', groupA)
    const annas = await anna.openBoard(groupA)
    const mallorys = await mallory.openBoard(groupA)
    annas.provider.setAwarenessField('place', { fieldId: 'free', x: 1, y: 1 })
    await until(() => mallorys.provider.awareness?.getStates().has(annas.ydoc.clientID))
    const awareness = mallorys.provider.awareness!
    awareness.setLocalState({ big: 'x'.repeat(10_000) })
    awareness.states.set(annas.ydoc.clientID, { place: 'forged' })
    awareness.meta.set(annas.ydoc.clientID, { clock: 99, lastUpdated: 0 })
    awareness.emit('update', [{ added: [], updated: [annas.ydoc.clientID], removed: [] }, 'forged'])
    awareness.setLocalState({ place: { fieldId: 'free', x: 7, y: 7 } })
    const ben = join('participant', groupA)
    const bens = await ben.openBoard(groupA)
    await until(() => bens.provider.awareness?.getStates().has(mallorys.ydoc.clientID))
    const states = bens.provider.awareness!.getStates()
    expect(states.get(annas.ydoc.clientID)).toMatchObject({ place: { x: 1 }, seat: { id: anna.seatId } })
    expect(states.get(mallorys.ydoc.clientID)).toMatchObject({ place: { x: 7 }, seat: { id: mallory.seatId } })
    expect(mallory.refusals).toEqual([])
  })
})

describe('a disk that takes nothing', () => {
  it('[J1] [F7] acknowledges nothing, keeps the edits with their authors, and takes them when there is room', async () => {
    const { groupA } = server.workshop
    const name = documentName('group', groupA)
    const place = { canvasId: null, fieldId: 'free' }
    const anna = join('participant', groupA)
    const ben = join('participant', groupA)
    await Promise.all([anna.openBoard(groupA), ben.openBoard(groupA)])
    await until(() => anna.edit(groupA, () => true))
    await server.database.write([{ sql: 'PRAGMA max_page_count = 1' }])
    const long = 'x'.repeat(4_000)
    for (let i = 0; i < 40; i += 1) anna.edit(groupA, (board) => addItem(board, { place, text: `${i} ${long}` }))
    await until(() => anna.refusals.length > 0)
    expect(anna.refusals[0]?.code).toBe('storage.unavailable')
    expect(ben.read(groupA).items.length).toBeLessThan(40)
    const seenByBen = ben.read(groupA).items.length
    expect((await server.documents.readBoard(groupA)).items).toHaveLength(seenByBen)
    await server.database.write([{ sql: 'PRAGMA max_page_count = 1000000' }])
    await until(() => ben.read(groupA).items.length === 40, { what: 'Ben to see all notes', timeoutMs: 20_000 })
    await until(() => anna.isSaved)
    expect(server.database.isHealthy()).toBe(true)
    anna.leave()
    ben.leave()
    await server.restart()
    expect((await server.documents.readBoard(groupA)).items).toHaveLength(40)
    expect(server.documents.present(name)).toEqual([])
  })
})
