import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { HttpSocket } from '@tafelrunde/http-socket'
import type { DocumentName } from '@tafelrunde/protocol'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { TestServer } from './TestServer.ts'

/**
 * A seat that asks for everything that it can name, on every way, and keeps each byte that it gets: frames of the sync
 * protocol (in WebSockets, over HTTP, by tickets, in the y-websocket dialect), event streams and answers.
 */
export class Eavesdropper {
  readonly name: string
  readonly token: string
  /** Codes with which documents were refused. */
  readonly refused = new Map<string, string>()
  readonly opened = new Set<string>()
  readonly #server: TestServer
  readonly #heard: Buffer[] = []
  readonly #closing: (() => void)[] = []
  readonly #abort = new AbortController()

  constructor(server: TestServer, name: string, token: string) {
    this.#server = server
    this.name = name
    this.token = token
  }

  /** Whether these bytes have ever arrived. */
  hasHeard(text: string): boolean {
    return Buffer.concat(this.#heard).includes(text)
  }

  get bytes(): number {
    return this.#heard.reduce((sum, { length }) => sum + length, 0)
  }

  /** Open documents by the engine's protocol; `credential` a token or a ticket for all of them. */
  subscribe(
    names: readonly DocumentName[],
    { over = 'websocket' as 'websocket' | 'http', credential = this.token } = {},
  ) {
    const hear = (data: ArrayBuffer): void => void this.#heard.push(Buffer.from(new Uint8Array(data).slice()))
    class HeardWebSocket extends WebSocket {
      constructor(url: string) {
        super(url)
        this.on('error', () => undefined)
        this.on('message', hear)
      }
    }
    class HeardHttpSocket extends HttpSocket {
      constructor(url: string) {
        super(url)
        this.addEventListener('message', (event) => hear((event as MessageEvent).data as ArrayBuffer))
      }
    }
    const websocketProvider = new HocuspocusProviderWebsocket({
      url: `${this.#server.address.replace('http', 'ws')}/sync`,
      WebSocketPolyfill: over === 'http' ? HeardHttpSocket : HeardWebSocket,
    })
    const providers = names.map((name) => {
      const provider = new HocuspocusProvider({
        websocketProvider,
        name,
        token: credential,
        document: new Y.Doc(),
        onSynced: () => this.opened.add(name),
        onAuthenticationFailed: ({ reason }) => this.refused.set(name, reason),
      })
      provider.attach()
      return provider
    })
    this.#closing.push(() => {
      for (const provider of providers) provider.destroy()
      websocketProvider.destroy()
    })
  }

  /** Open a document in the dialect of y-websocket, with whatever the seat has for it. */
  subscribeYjs(name: DocumentName, ticket: string): Promise<void> {
    const socket = new WebSocket(`${this.#server.address.replace('http', 'ws')}/yjs/${name}?token=${ticket}`)
    socket.on('message', (data: Buffer) => void this.#heard.push(Buffer.from(data)))
    socket.on('error', () => undefined)
    // A question for everything: the state of somebody who has nothing.
    socket.on('open', () => socket.send(new Uint8Array([0, 0, 1, 0])))
    this.#closing.push(() => socket.terminate())
    return new Promise((resolve) => {
      socket.on('message', () => resolve())
      socket.on('close', () => resolve())
    })
  }

  /** Follow an event stream for as long as it is told something. */
  async follow(path: string): Promise<void> {
    const headers = { authorization: `Bearer ${this.token}`, accept: 'text/event-stream' }
    const response = await fetch(`${this.#server.address}${path}`, { headers, signal: this.#abort.signal })
    if (!response.ok || !response.headers.get('content-type')?.includes('event-stream')) {
      this.#heard.push(Buffer.from(await response.arrayBuffer()))
      return
    }
    const body = response.body as ReadableStream<Uint8Array>
    void (async () => {
      for await (const chunk of body) this.#heard.push(Buffer.from(chunk))
    })().catch(() => undefined)
  }

  async call(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.#server.address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = Buffer.from(await response.arrayBuffer())
    this.#heard.push(answer)
    return { status: response.status, text: answer.toString() }
  }

  leave(): void {
    this.#abort.abort()
    for (const close of this.#closing.splice(0)) close()
  }
}
