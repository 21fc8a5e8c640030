import type { FastifyReply, FastifyRequest } from 'fastify'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'

/** The sync protocol where WebSockets are blocked: frames up by POST, frames down by a stream or by polling. */
export function syncRoutes(app: HttpApp, parts: HttpParts): void {
  // Bodies are frames, and read by the other end as they come.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _body, done) => done(null))

  const handOver =
    (call: Parameters<HttpParts['syncOverHttp']>[0]) =>
    (request: FastifyRequest, reply: FastifyReply): void => {
      const { raw } = reply.hijack()
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) raw.setHeader(name, value)
      }
      parts.syncOverHttp(call, request.raw, raw)
    }

  app.post(
    '/sync/http',
    { schema: { summary: 'Open a connection of the sync protocol where WebSockets are blocked: {connection}' } },
    handOver('open'),
  )
  app.post('/sync/http/send', { schema: { summary: 'Frames of a connection to the server' } }, handOver('send'))
  app.get(
    '/sync/http/receive',
    { schema: { summary: 'Frames of a connection from the server, as a stream or as soon as there are some' } },
    handOver('receive'),
  )
  app.post(
    '/sync/http/close',
    { schema: { summary: 'The last frames of a connection, and its end' } },
    handOver('close'),
  )
}
