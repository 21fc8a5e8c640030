import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { ERRORS, type ErrorCode } from '@tafelrunde/protocol'

/** The path of the sync protocol. */
export const SYNC_PATH = '/sync'

/** Decides about the Origin header of a browser; clients without one are no browsers and need only their token. */
export type OriginCheck = (origin: string, request: IncomingMessage) => boolean

/** Whether a page may talk to the server; null or the code of the refusal. */
export function refuseOrigin(request: IncomingMessage, isAllowedOrigin: OriginCheck): ErrorCode | null {
  const origin = request.headers.origin
  if (origin === undefined) return null
  return isAllowedOrigin(origin, request) ? null : 'origin.foreign'
}

/** Answer an upgrade request with an error instead of a socket. */
export function rejectUpgrade(socket: Duplex, code: ErrorCode): void {
  const { http } = ERRORS[code]
  // Whoever does not hang up would keep its half of the connection for good.
  socket.once('finish', () => socket.destroy())
  const body = JSON.stringify({ error: code, message: code })
  socket.end(
    `HTTP/1.1 ${http} Refused\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

/** Path of a request, without its query. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? ''
}

/** What a client says about the schema it speaks, in the query of its address; null when it says nothing readable. */
export function schemaVersionOf(request: IncomingMessage): number | null {
  const query = new URLSearchParams((request.url ?? '').split('?', 2)[1] ?? '')
  const said = query.get('schema')
  return said !== null && /^\d{1,9}$/.test(said) ? Number(said) : null
}
