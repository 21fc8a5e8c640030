import { createServer, request as requestOf, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import type { ErrorCode } from '@tafelrunde/protocol'
import * as decoding from 'lib0/decoding'
import { WebSocket, WebSocketServer, type RawData } from 'ws'

/** A call as it comes from a client. */
export interface ProxiedCall {
  readonly method: string
  /** Without the beginning that all calls have. */
  readonly path: string
  readonly body: Record<string, unknown>
}

/** A frame of the sync protocol on its way. */
export interface ProxiedFrame {
  readonly direction: 'toServer' | 'toClient'
  readonly document: string
  /** 0: sync, 8: acknowledgement. */
  readonly type: number
  /** Counted from 1, in the order in which clients have connected. */
  readonly socket: number
}

/** What is done to what goes through. */
export interface Tampering {
  /** A code: the call is refused. A text: that is the answer, and the server never hears of it. Null: it goes through. */
  readonly answer?: (call: ProxiedCall) => { readonly refusal: ErrorCode } | { readonly body: string } | null
  /** The answer of the server, as the client gets it. */
  readonly rewrite?: (call: ProxiedCall, body: string) => string
  readonly isLost?: (frame: ProxiedFrame) => boolean
}

/** A server that does what ours never should: it stands between clients and ours and spoils what goes through. */
export interface TamperingProxy {
  readonly url: string
  close(): Promise<void>
}

const REFUSED = 409

const SHORTEST_FRAME = 3

export async function startTamperingProxy(target: string, tampering: Tampering): Promise<TamperingProxy> {
  const server = createServer((request, response) => void pass(target, tampering, request, response))
  const sockets = new WebSocketServer({ noServer: true })
  let count = 0
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (client) => {
      count += 1
      relay(client, new WebSocket(`${target.replace(/^http/, 'ws')}${request.url}`), { tampering, socket: count })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function pass(
  target: string,
  { answer, rewrite }: Tampering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const sent = await textOf(request)
  const path = (request.url ?? '').replace('/api/v1', '')
  const call = { method: request.method ?? '', path, body: sent === '' ? {} : JSON.parse(sent) }
  const own = answer?.(call)
  if (own) {
    const isRefused = 'refusal' in own
    response.writeHead(isRefused ? REFUSED : 200, { 'content-type': 'application/json' })
    return void response.end(isRefused ? JSON.stringify({ error: own.refusal, message: 'spoilt' }) : own.body)
  }
  const headers = { ...request.headers, host: new URL(target).host }
  const passed = requestOf(`${target}${request.url}`, { method: call.method, headers }, (answered) => {
    void textOf(answered).then((body) => {
      response.writeHead(answered.statusCode ?? 500, { 'content-type': answered.headers['content-type'] ?? '' })
      response.end(rewrite?.(call, body) ?? body)
    })
  })
  passed.end(sent)
}

function relay(
  client: WebSocket,
  server: WebSocket,
  { tampering, socket }: { readonly tampering: Tampering; readonly socket: number },
): void {
  const early: RawData[] = []
  const pump = (direction: ProxiedFrame['direction'], to: WebSocket) => (data: RawData) => {
    const frame = readFrame(data as Buffer, { direction, socket })
    if (frame && tampering.isLost?.(frame)) return
    if (to.readyState === WebSocket.CONNECTING) early.push(data)
    else to.send(data)
  }
  client.on('message', pump('toServer', server))
  server.on('message', pump('toClient', client))
  server.on('open', () => {
    for (const data of early) server.send(data)
  })
  client.on('close', () => server.close())
  server.on('close', () => client.close())
  server.on('error', () => client.terminate())
}

/** Null for what is no frame of a document: signs of life. */
function readFrame(data: Buffer, way: Pick<ProxiedFrame, 'direction' | 'socket'>): ProxiedFrame | null {
  if (data.length < SHORTEST_FRAME) return null
  const decoder = decoding.createDecoder(new Uint8Array(data))
  const document = decoding.readVarString(decoder)
  return { ...way, document, type: decoding.readVarUint(decoder) }
}
