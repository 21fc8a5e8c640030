import type { FastifyRequest } from 'fastify'

const FORWARDING_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/**
 * Whether somebody at this very machine makes the request. A request that says it was forwarded never counts as local:
 * a proxy on this machine passes on what comes from anywhere.
 */
export function isLocalRequest(request: FastifyRequest): boolean {
  const address = request.raw.socket.remoteAddress ?? ''
  const isLoopback = address === '::1' || /^(::ffff:)?127\./.test(address)
  return isLoopback && FORWARDING_HEADERS.every((name) => request.headers[name] === undefined)
}
