import { Worker } from 'node:worker_threads'
import type { ApiCall } from './callApi.ts'

/** Calls of the HTTP API, made in turn at a rate. */
export interface CallerJob {
  readonly url: string
  readonly calls: readonly (ApiCall & { readonly path: string })[]
  readonly perSecond: number
}

/** Answers by status; 0 for calls that were not answered. */
export type Statuses = Readonly<Record<number, number>>

/** Call the API from a thread of its own until the returned function is called. */
export function startCaller(url: string, job: Omit<CallerJob, 'url'>): () => Promise<Statuses> {
  const worker = new Worker(new URL('./caller.worker.ts', import.meta.url), { workerData: { url, ...job } })
  const failed = new Promise<never>((_resolve, reject) => worker.once('error', reject))
  failed.catch(() => undefined)
  return async () => {
    const told = new Promise<Statuses>((resolve) => worker.once('message', resolve))
    worker.postMessage('stop')
    return Promise.race([told, failed])
  }
}
