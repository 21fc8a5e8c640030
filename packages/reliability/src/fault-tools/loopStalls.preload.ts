import { appendFileSync, readFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { faultFile } from './faultFolder.ts'

// Notes when the main thread's event loop stood still: how late a timer is, less the time for which the machine had
// given the core to somebody else.

const STEP_MS = 5
const NOTED_FROM_MS = 10

if (isMainThread) {
  let last = performance.now()
  let lastWaitedMs = waitedForCoreMs()
  setInterval(() => {
    const now = performance.now()
    const waitedMs = waitedForCoreMs()
    const stallMs = now - last - STEP_MS - (waitedMs - lastWaitedMs)
    last = now
    lastWaitedMs = waitedMs
    if (stallMs < NOTED_FROM_MS) return
    appendFileSync(faultFile('loop-stalls'), `${performance.timeOrigin + now} ${stallMs.toFixed(1)}\n`)
  }, STEP_MS).unref()
}

/** Time that this thread was ready to run and had no core (Linux tells it; elsewhere nothing is taken off). */
function waitedForCoreMs(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}
