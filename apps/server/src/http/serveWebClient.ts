import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import { AppError } from '@tafelrunde/protocol'
import type { FastifyRequest } from 'fastify'
import type { HttpApp } from './HttpApp.ts'

/** Files under this folder carry a hash of their content in their name. */
const HASHED_FOLDER = `${sep}assets${sep}`

/**
 * Serve the built web client: hashed files for ever, everything else asked for anew, compressed forms where the build
 * made them. Every address that a person can open and that is no file gets the client's page.
 */
export async function serveWebClient(app: HttpApp, webRoot: string): Promise<void> {
  const isBuilt = existsSync(join(webRoot, 'index.html'))
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: webRoot,
      preCompressed: true,
      cacheControl: false,
      schemaHide: true,
      setHeaders: (reply, path) => {
        const isHashed = path.includes(HASHED_FOLDER)
        void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (!isBuilt || !isPage(request)) throw new AppError('request.notFound', 'there is nothing at this address')
    return reply.sendFile('index.html')
  })
}

function isPage(request: FastifyRequest): boolean {
  const [path = ''] = request.url.split('?')
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  const lastPart = path.slice(path.lastIndexOf('/') + 1)
  return isReading && !path.startsWith('/api/') && !lastPart.includes('.')
}
