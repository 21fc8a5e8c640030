import { parentPort, workerData } from 'node:worker_threads'
import { WIRES } from '@tafelrunde/bench/wires'
import { WebSocket } from 'ws'
import type { AttackerJob, AttackerTally } from './Attacker.ts'

// In a thread of its own: what an attacker computes must not slow the honest people of the same process down.

const port = parentPort
if (!port) throw new Error('attacker runs as a worker thread')

const TICK_MS = 10
/** An attacker that is thrown out comes back, as a script would. */
const COMES_BACK_AFTER_MS = 50

const job = workerData as AttackerJob
const wire = WIRES[job.wire]
const tally: AttackerTally = { sent: 0, thrownOut: 0, reasons: {} }
let socket: WebSocket | null = null
let isReady = false
let isOver = false

function connect(): void {
  if (isOver) return
  const opened = new WebSocket(`ws://127.0.0.1:${job.port}${wire.path(job.place)}`, { maxPayload: 0 })
  socket = opened
  opened.on('open', () => {
    for (const frame of wire.greet(job.place)) opened.send(frame)
  })
  opened.on('message', (data: Buffer) => {
    for (const answer of wire.answer(job.place, data)) opened.send(answer)
    for (const message of wire.decode(data)) {
      if (message.type === 'ready') isReady = true
      if (message.type !== 'refused') continue
      note(message.reason)
      opened.close()
    }
  })
  opened.on('error', () => undefined)
  opened.on('close', (code, reason) => {
    isReady = false
    if (isOver) return
    note(reason.toString() || String(code))
    setTimeout(connect, COMES_BACK_AFTER_MS)
  })
}

function note(reason: string): void {
  if (isOver) return
  tally.thrownOut += 1
  tally.reasons[reason] = (tally.reasons[reason] ?? 0) + 1
}

let owed = 0
const timer = setInterval(() => {
  owed = Math.min(owed + (job.perSecond * TICK_MS) / 1000, job.perSecond / 10 + 1)
  for (; owed >= 1 && isReady && socket?.readyState === WebSocket.OPEN; owed -= 1) {
    const frame = job.frames[tally.sent % job.frames.length]
    if (!frame) return
    socket.send(frame)
    tally.sent += 1
  }
}, TICK_MS)

port.on('message', () => {
  isOver = true
  clearInterval(timer)
  socket?.terminate()
  port.postMessage(tally)
  port.close()
})

connect()
