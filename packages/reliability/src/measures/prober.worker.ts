import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

// Asks a server the cheapest question again and again, from a thread that does nothing else.

const EVERY_MS = 10
const port = parentPort
if (!port) throw new Error('prober runs as a worker thread')
const url: string = workerData
const agent = new Agent({ keepAlive: true, maxSockets: 4 })

setInterval(() => {
  const askedAt = performance.now()
  const ended = (isAnswered: boolean): void => port.postMessage({ ms: performance.now() - askedAt, isAnswered })
  get(url, { agent }, (answer) => {
    answer.resume()
    answer.once('end', () => ended(true))
  }).once('error', () => ended(false))
}, EVERY_MS)
