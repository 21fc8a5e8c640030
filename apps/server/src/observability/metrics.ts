import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** What `/metrics` tells; labels are route patterns and event names, never ids of people. */
export interface Metrics {
  readonly registry: Registry
  readonly requests: Histogram<'method' | 'route' | 'status'>
  readonly openStreams: Gauge<'route'>
  readonly refusals: Counter<'code'>
  readonly failures: Counter<'origin'>
}

/** Make the metrics of a server; each server has its own registry, so that several can live in one process. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'tafelrunde_http_request_seconds',
      help: 'Time to answer HTTP requests',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
    openStreams: new Gauge({
      name: 'tafelrunde_open_streams',
      help: 'Live streams that pages hold open',
      labelNames: ['route'],
      registers,
    }),
    refusals: new Counter({
      name: 'tafelrunde_refusals_total',
      help: 'Requests refused, by code of the error table',
      labelNames: ['code'],
      registers,
    }),
    failures: new Counter({
      name: 'tafelrunde_failures_total',
      help: 'Bugs that nothing has caught; each is in the log with its stack',
      labelNames: ['origin'],
      registers,
    }),
  }
}
