import { Hocuspocus, type Configuration, type WebSocketLike } from '@hocuspocus/server'
import { until } from '@tafelrunde/testkit'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { acknowledgementFrame, closeFrame, deniedFrame, FRAME, readFrame, updateFrame } from '../front/frames.ts'

// What we rely on in the installed version of the engine. A failure here after an upgrade says which of our
// assumptions no longer holds, before a board finds out.

const NAME = 'group/Gaaaaaaaaaaaaaaaaaaaaa'

/** A socket without a network: keeps what the engine sends. */
class FakeSocket implements WebSocketLike {
  readyState = 1
  readonly sent: Uint8Array[] = []
  send(data: Parameters<WebSocketLike['send']>[0]): void {
    this.sent.push(data as Uint8Array)
  }
  close(): void {
    this.readyState = 3
  }
  types(): number[] {
    return this.sent.map((bytes) => readFrame(bytes)?.type ?? -1)
  }
}

let engine: Hocuspocus
let silenced: ReturnType<typeof vi.spyOn>[]

beforeEach(() => {
  silenced = [
    vi.spyOn(console, 'error').mockReturnValue(undefined),
    vi.spyOn(console, 'warn').mockReturnValue(undefined),
  ]
})
afterEach(() => {
  for (const spy of silenced) spy.mockRestore()
})

function authFrame(token = 'seat'): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, NAME)
  encoding.writeVarUint(encoder, FRAME.auth)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, token)
  encoding.writeVarString(encoder, '4.7.0')
  return encoding.toUint8Array(encoder)
}

function anUpdate(text = 'a'): Uint8Array {
  const ydoc = new Y.Doc()
  ydoc.getText('items').insert(0, text)
  return Y.encodeStateAsUpdate(ydoc)
}

/** An engine with these hooks and one client that has opened the document. */
async function opened(hooks: Partial<Configuration>): Promise<{
  socket: FakeSocket
  client: ReturnType<Hocuspocus['handleConnection']>
}> {
  engine = new Hocuspocus({ quiet: true, timeout: 2_000_000_000, ...hooks })
  const socket = new FakeSocket()
  const client = engine.handleConnection(socket, new Request('http://localhost/sync'), {})
  client.handleMessage(authFrame())
  await until(() => engine.documents.get(NAME)?.getConnectionsCount() === 1)
  return { socket, client }
}

describe('the engine', () => {
  it('[S1] waits for beforeSync before it applies, acknowledges and broadcasts', async () => {
    let release = (): void => undefined
    const written = new Promise<void>((resolve) => {
      release = resolve
    })
    const { socket, client } = await opened({ beforeSync: () => written })
    client.handleMessage(updateFrame(NAME, anUpdate()))
    await new Promise((resolve) => setImmediate(resolve))
    const document = engine.documents.get(NAME)!
    expect(document.getText('items').toJSON()).toBe('')
    expect(socket.types()).not.toContain(FRAME.syncStatus)
    release()
    await until(() => socket.types().includes(FRAME.syncStatus))
    expect(document.getText('items').toJSON()).toBe('a')
    expect(socket.sent).toContainEqual(acknowledgementFrame(NAME))
  })

  it('closes the document with our reason when beforeSync throws, and applies nothing', async () => {
    const { socket, client } = await opened({
      beforeSync: () => Promise.reject(Object.assign(new Error(), { code: 4503, reason: 'storage.unavailable' })),
    })
    const document = engine.documents.get(NAME)!
    client.handleMessage(updateFrame(NAME, anUpdate()))
    await until(() => socket.types().includes(FRAME.close))
    expect(socket.sent).toContainEqual(closeFrame(NAME, 'storage.unavailable'))
    expect(document.getText('items').toJSON()).toBe('')
    expect(socket.types()).not.toContain(FRAME.syncStatus)
  })

  it('takes the next update of a connection only when the one before is done', async () => {
    let underWay = 0
    let most = 0
    const { socket, client } = await opened({
      beforeSync: async () => {
        underWay += 1
        most = Math.max(most, underWay)
        await new Promise((resolve) => setImmediate(resolve))
        underWay -= 1
      },
    })
    for (const text of 'abc') client.handleMessage(updateFrame(NAME, anUpdate(text)))
    await until(() => socket.types().filter((type) => type === FRAME.syncStatus).length === 3)
    expect(most).toBe(1)
  })

  it('runs beforeSync not for an edit of the server, which has to be journaled by itself', async () => {
    const beforeSync = vi.fn<() => Promise<void>>(() => Promise.resolve())
    await opened({ beforeSync })
    Y.applyUpdate(engine.documents.get(NAME)!, anUpdate(), { source: 'local' })
    await new Promise((resolve) => setImmediate(resolve))
    expect(beforeSync).not.toHaveBeenCalled()
  })

  it('tells a refused token our reason, before it loads anything', async () => {
    const onLoadDocument = vi.fn<() => Promise<void>>(() => Promise.resolve())
    engine = new Hocuspocus({
      quiet: true,
      onLoadDocument,
      onAuthenticate: () => Promise.reject(Object.assign(new Error(), { reason: 'seat.revoked' })),
    })
    const socket = new FakeSocket()
    const client = engine.handleConnection(socket, new Request('http://localhost/sync'), {})
    client.handleMessage(authFrame())
    await until(() => socket.sent.length > 0)
    expect(socket.sent).toEqual([deniedFrame(NAME, 'seat.revoked')])
    expect(onLoadDocument).not.toHaveBeenCalled()
    client.handleClose()
  })

  it('[S4] refuses a document that cannot be loaded, with our reason, and keeps no empty one', async () => {
    engine = new Hocuspocus({
      quiet: true,
      onLoadDocument: () => Promise.reject(Object.assign(new Error(), { reason: 'document.damaged' })),
    })
    const socket = new FakeSocket()
    const client = engine.handleConnection(socket, new Request('http://localhost/sync'), {})
    client.handleMessage(authFrame())
    await until(() => socket.sent.some((bytes) => Buffer.compare(bytes, deniedFrame(NAME, 'document.damaged')) === 0))
    expect(engine.documents.has(NAME)).toBe(false)
    client.handleClose()
  })

  it('[S5] waits for beforeUnloadDocument before it lets a document go', async () => {
    let release = (): void => undefined
    const settled = new Promise<void>((resolve) => {
      release = resolve
    })
    const { client } = await opened({ beforeUnloadDocument: () => settled })
    client.handleClose()
    await until(() => engine.unloadingDocuments.has(NAME))
    expect(engine.documents.has(NAME)).toBe(true)
    release()
    await until(() => !engine.documents.has(NAME))
  })

  it('acknowledges an update whose error it swallowed, so nothing may depend on a listener of the document', async () => {
    const { socket, client } = await opened({})
    engine.documents.get(NAME)!.on('afterTransaction', () => {
      throw new Error('a listener fails')
    })
    client.handleMessage(updateFrame(NAME, anUpdate()))
    await until(() => socket.types().includes(FRAME.syncStatus))
    expect(socket.sent).toContainEqual(acknowledgementFrame(NAME))
  })

  it('sends the same buffer to all receivers of a broadcast, which the outbox frames once', async () => {
    const { socket, client } = await opened({})
    const second = new FakeSocket()
    const other = engine.handleConnection(second, new Request('http://localhost/sync'), {})
    other.handleMessage(authFrame())
    await until(() => engine.documents.get(NAME)?.getConnectionsCount() === 2)
    client.handleMessage(updateFrame(NAME, anUpdate()))
    const isUpdate = (bytes: Uint8Array): boolean => {
      const frame = readFrame(bytes)
      return (
        frame?.type === FRAME.sync && decoding.readVarUint(decoding.createDecoder(bytes.slice(frame.body.pos))) === 2
      )
    }
    await until(() => socket.sent.some(isUpdate) && second.sent.some(isUpdate))
    expect(socket.sent.find(isUpdate)).toBe(second.sent.find(isUpdate))
  })

  it('gives context from onAuthenticate to the connection', async () => {
    let seen: unknown
    await opened({
      onAuthenticate: () => Promise.resolve({ admission: 'seat' }),
      connected: ({ connection }) => {
        seen = connection.context
        return Promise.resolve()
      },
    })
    await until(() => seen)
    expect(seen).toMatchObject({ admission: 'seat' })
  })
})
