import { parentPort, workerData } from 'node:worker_threads'
import { callApi } from './callApi.ts'
import type { CallerJob } from './Caller.ts'

// In a thread of its own, as the attacker: its work must not slow the honest people of the same process down.

const port = parentPort
if (!port) throw new Error('caller runs as a worker thread')

const TICK_MS = 20
/** Calls under way at once; beyond it a slow server makes the attacker slower, not the machine fuller. */
const MAX_UNDER_WAY = 64

const { url, calls, perSecond } = workerData as CallerJob
const statuses: Record<number, number> = {}
let made = 0
let underWay = 0
let owed = 0

async function callNext(): Promise<void> {
  const call = calls[made % calls.length]
  if (!call) return
  made += 1
  underWay += 1
  try {
    const { status } = await callApi(url, call.path, call)
    statuses[status] = (statuses[status] ?? 0) + 1
  } catch {
    statuses[0] = (statuses[0] ?? 0) + 1
  } finally {
    underWay -= 1
  }
}

const timer = setInterval(() => {
  owed = Math.min(owed + (perSecond * TICK_MS) / 1000, MAX_UNDER_WAY)
  for (; owed >= 1 && underWay < MAX_UNDER_WAY; owed -= 1) void callNext()
}, TICK_MS)

port.on('message', () => {
  clearInterval(timer)
  port.postMessage(statuses)
  port.close()
})
