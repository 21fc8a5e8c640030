import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import { ErrorBody } from '@tafelrunde/protocol'
import fastify, { type RouteOptions } from 'fastify'
import {
  createJsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { guardHost } from './guardHost.ts'
import type { HttpApp } from './HttpApp.ts'
import type { HttpParts } from './HttpParts.ts'
import { onHttpError } from './onHttpError.ts'
import { checkRoutes } from './routes/checkRoutes.ts'
import { cockpitRoutes } from './routes/cockpitRoutes.ts'
import { hiddenWritingRoutes } from './routes/hiddenWritingRoutes.ts'
import { instanceRoutes } from './routes/instanceRoutes.ts'
import { linkRoutes } from './routes/linkRoutes.ts'
import { moderationRoutes } from './routes/moderationRoutes.ts'
import { offerRoutes } from './routes/offerRoutes.ts'
import { plenaryRoutes } from './routes/plenaryRoutes.ts'
import { probeRoutes } from './routes/probeRoutes.ts'
import { rehearsalRoutes } from './routes/rehearsalRoutes.ts'
import { resultsRoutes } from './routes/resultsRoutes.ts'
import { runRoutes } from './routes/runRoutes.ts'
import { seatRoutes } from './routes/seatRoutes.ts'
import { signalRoutes } from './routes/signalRoutes.ts'
import { stageRoutes } from './routes/stageRoutes.ts'
import { submissionRoutes } from './routes/submissionRoutes.ts'
import { syncRoutes } from './routes/syncRoutes.ts'
import { ticketRoutes } from './routes/ticketRoutes.ts'
import { trayRoutes } from './routes/trayRoutes.ts'
import { voteRoutes } from './routes/voteRoutes.ts'
import { workshopRoutes } from './routes/workshopRoutes.ts'
import { serveWebClient } from './serveWebClient.ts'

/** No call needs more: the longest is a run sheet of 60 steps or a text for the tray. */
const BODY_LIMIT_BYTES = 1_000_000

/** How long a client may take to send its request; whoever sends it byte by byte is let go. */
const REQUEST_TIMEOUT_MS = 30_000

/** Calls that need no bearer token. */
const OPEN_CALLS = /^\/api\/v1\/(instance|legal\/|setup|invites|seats$|seats\/recover$|checks$|openapi)/

/** What the app needs besides the parts of its routes. */
export interface HttpAppOptions {
  /** Folder of the built web client. */
  readonly webRoot: string
  readonly trustedProxies: readonly string[]
  /** True when people reach the server by https: then browsers are told to keep to it. */
  readonly isHttps: boolean
}

/** Build the HTTP side: hooks in the order in which they guard, then routes, then the web client. */
export async function createHttpApp(parts: HttpParts, options: HttpAppOptions): Promise<HttpApp> {
  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    forceCloseConnections: true,
    // A HEAD of a stream would hold it open for nobody.
    exposeHeadRoutes: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(onHttpError(parts))
  app.removeContentTypeParser('text/plain')

  app.addHook('onRoute', describeRoute)
  await app.register(helmet, helmetOptions(options.isHttps))
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Tafelrunde', version: parts.version, license: { name: 'Apache-2.0' } },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
    transform: createJsonSchemaTransform({}),
  })
  app.addHook('onRequest', async (request) => guardHost(request, { hosts: parts.hosts(), origins: parts.origins() }))
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    const { method } = request
    // Answers that are held open on purpose say nothing about speed.
    if (route === '/sync/http/receive') return
    if (String(reply.raw.getHeader('content-type')).startsWith('text/event-stream')) return
    parts.metrics.requests.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    if (!route.startsWith('/api/')) return
    parts.log.info('http.answered', { method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })
  app.addHook('preClose', async () => parts.streams.closeAll())

  for (const routes of [
    probeRoutes,
    instanceRoutes,
    workshopRoutes,
    linkRoutes,
    seatRoutes,
    runRoutes,
    signalRoutes,
    stageRoutes,
    ticketRoutes,
    syncRoutes,
    trayRoutes,
    moderationRoutes,
    hiddenWritingRoutes,
    checkRoutes,
    plenaryRoutes,
    offerRoutes,
    cockpitRoutes,
    voteRoutes,
    resultsRoutes,
    submissionRoutes,
    rehearsalRoutes,
  ]) {
    await app.register(async (scope) => routes(scope as HttpApp, parts))
  }
  await serveWebClient(app, options.webRoot)
  return app
}

/** What the description of every call says besides its own schema: how it fails, and whether it needs a seat. */
function describeRoute(route: RouteOptions): void {
  if (!route.url.startsWith('/api/') || !route.schema) return
  const response = { ...(route.schema.response as object | undefined), '4xx': ErrorBody, '5xx': ErrorBody }
  route.schema = { ...route.schema, response, ...(OPEN_CALLS.test(route.url) ? {} : { security: [{ bearer: [] }] }) }
}

/** Nothing but what this server sends itself; no inline script or style. */
function helmetOptions(isHttps: boolean): Parameters<typeof helmet>[1] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Both are ignored, with a warning in the console, where the page is not in a secure context.
    crossOriginOpenerPolicy: isHttps ? { policy: 'same-origin' } : false,
    originAgentCluster: isHttps,
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  }
}
