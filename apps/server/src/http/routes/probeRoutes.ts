import { AppError } from '@tafelrunde/protocol'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'

/** For load balancers and monitoring: alive, ready for work, figures. */
export function probeRoutes(app: HttpApp, parts: HttpParts): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ alive: true }))
  app.get('/readyz', { schema: { hide: true } }, async () => {
    if (!parts.isReady()) throw new AppError('storage.unavailable', 'the disk does not take writes')
    return { ready: true }
  })
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    void reply.type(parts.metrics.registry.contentType)
    return parts.metrics.registry.metrics()
  })
}
