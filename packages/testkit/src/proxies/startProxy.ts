import { createServer, request as requestOf, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { Passage } from './Passage.ts'
import type { ProxyMode } from './ProxyMode.ts'

/** Bytes after which an answer is cut that is lost within. */
const CUT_WITHIN_BYTES = 200

/** How a proxy is started. */
export interface ProxyOptions {
  /** `http://…` of the server behind it. */
  readonly target: string
  readonly mode?: ProxyMode
}

/** A reverse proxy in this process, with the bad habits of real ones. */
export interface Proxy {
  /** `http://127.0.0.1:<port>`; pages, calls and WebSockets all go through it. */
  readonly url: string
  /** Connections of clients that are open now. */
  readonly connections: number
  /** Requests that have come, upgrades among them, as `METHOD path`; a test counts them or empties the list. */
  readonly requests: string[]
  /** Connections that the proxy itself has broken so far. */
  readonly broken: number
  /** From the next request or connection on. */
  setMode(mode: ProxyMode): void
  /** Cut everything that is open. */
  cut(): void
  close(): Promise<void>
}

/**
 * Start a proxy in front of a server. It answers for its own address: Host and Origin are rewritten to the server's, as
 * a reverse proxy with the server's public name has them.
 */
export async function startProxy({ target, mode = {} }: ProxyOptions): Promise<Proxy> {
  const behind = new URL(target)
  const sockets = new Set<Socket>()
  const requests: string[] = []
  let passage = new Passage(mode)
  let broken = 0
  const breakOff = (socket: Socket): void => {
    if (socket.destroyed) return
    broken += 1
    socket.resetAndDestroy()
  }

  const headersFor = (request: IncomingMessage): IncomingMessage['headers'] => ({
    ...request.headers,
    host: behind.host,
    ...(request.headers.origin === url ? { origin: behind.origin } : {}),
  })
  const toServer = (request: IncomingMessage): ReturnType<typeof requestOf> => {
    requests.push(`${request.method} ${(request.url ?? '').split('?', 1)[0]}`)
    return requestOf({
      host: behind.hostname,
      port: behind.port,
      method: request.method,
      path: request.url,
      headers: headersFor(request),
      agent: false,
    })
  }

  const server = createServer((request, response) => {
    void forward(passage, { request, response, toServer, drop: () => breakOff(request.socket) })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    const { cutAfterMs } = passage.mode
    const timer = cutAfterMs === undefined ? undefined : setTimeout(() => breakOff(socket), cutAfterMs)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => {
      clearTimeout(timer)
      sockets.delete(socket)
    })
  })
  server.on('upgrade', (request, client: Duplex, head: Buffer) => upgrade(passage, { request, client, head, toServer }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const cut = (): void => {
    for (const socket of sockets) breakOff(socket)
  }
  return {
    url,
    requests,
    get connections() {
      return sockets.size
    },
    get broken() {
      return broken
    },
    setMode(next) {
      passage = new Passage(next)
    },
    cut,
    async close() {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Forwarding {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly toServer: (request: IncomingMessage) => ReturnType<typeof requestOf>
  readonly drop: () => void
}

async function forward(passage: Passage, { request, response, toServer, drop }: Forwarding): Promise<void> {
  const loss = passage.lose()
  const onward = toServer(request)
  try {
    response.once('close', () => onward.destroy())
    onward.on('error', () => undefined)
    if (loss === 'on its way') {
      onward.destroy()
      return drop()
    }
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      onward
        .once('response', resolve)
        .once('error', reject)
        .once('close', () => reject(new Error('no answer')))
    })
    const sent = send(passage, request, onward)
    const answer = await Promise.race([answered, sent.then(() => answered)])
    if (loss === 'before its answer') return drop()
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    // What does not hold answers back does not hold back their beginning either.
    if (!passage.mode.buffers) response.flushHeaders()
    let bytes = 0
    for await (const piece of passage.carry(answer, { buffers: passage.mode.buffers ?? false })) {
      const isCut = loss === 'within its answer' && bytes + piece.length > CUT_WITHIN_BYTES
      response.write(isCut ? piece.subarray(0, CUT_WITHIN_BYTES - bytes) : piece)
      if (isCut) return drop()
      bytes += piece.length
    }
    if (loss) return drop()
    response.end()
  } catch {
    // The server is gone or has cut the answer: so does the proxy.
    if (response.headersSent || request.socket.destroyed) drop()
    else response.writeHead(502).end()
  }
}

async function send(passage: Passage, request: IncomingMessage, onward: ReturnType<typeof requestOf>): Promise<void> {
  for await (const piece of passage.carry(request)) onward.write(piece)
  onward.end()
}

interface Upgrading {
  readonly request: IncomingMessage
  readonly client: Duplex
  readonly head: Buffer
  readonly toServer: (request: IncomingMessage) => ReturnType<typeof requestOf>
}

function upgrade(passage: Passage, { request, client, head, toServer }: Upgrading): void {
  client.on('error', () => client.destroy())
  if (passage.mode.upgrades === 'unanswered') return
  if (passage.mode.upgrades === 'refused') {
    return void client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
  }
  const onward = toServer(request)
  onward.on('error', () => client.destroy())
  onward.once('response', (answer) => {
    client.end(`HTTP/1.1 ${answer.statusCode} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
    answer.resume()
  })
  onward.once('upgrade', (answer, server, serverHead) => {
    const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`)
    client.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('')}\r\n`)
    if (head.length > 0) server.write(head)
    if (serverHead.length > 0 && passage.mode.upgrades !== 'silent') client.write(serverHead)
    passage.join(client, server)
  })
  onward.end()
}
