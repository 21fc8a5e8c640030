import { AppError } from '@tafelrunde/protocol'
import type { FastifyRequest } from 'fastify'

/** Probes reach a container by whatever address it has, and these answers tell nothing about anybody. */
const OPEN_TO_ANY_HOST = new Set(['/healthz', '/readyz'])

/** Methods that change something; a page of another origin must not send them. */
const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Refuse requests for a host that this server is not (DNS rebinding), and changes sent by a page of another origin.
 * A client without an Origin header is no page; it needs only its token.
 *
 * @throws AppError `origin.foreign`
 */
export function guardHost(
  request: FastifyRequest,
  allowed: { readonly hosts: ReadonlySet<string>; readonly origins: ReadonlySet<string> },
): void {
  const isProbe = OPEN_TO_ANY_HOST.has(request.routeOptions.url ?? '')
  if (!isProbe && !allowed.hosts.has(request.host.toLowerCase())) {
    throw new AppError('origin.foreign', 'this server does not answer for the host that was asked for')
  }
  const { origin } = request.headers
  if (origin !== undefined && CHANGING.has(request.method) && !allowed.origins.has(origin)) {
    throw new AppError('origin.foreign', 'the page that sent this is of another origin')
  }
}
