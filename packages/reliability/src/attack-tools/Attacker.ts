import { Worker } from 'node:worker_threads'
import type { Place, WireName } from '@tafelrunde/bench/Wire'
import type { RunningSystem } from '../systems/System.ts'

/** What an attacker does: open the document as anybody does, then send these frames in turn at this rate. */
export interface AttackerJob {
  readonly port: number
  readonly wire: WireName
  readonly place: Place
  readonly frames: readonly Uint8Array[]
  readonly perSecond: number
}

/** An attacker without the server that it is sent to. */
export type AttackPlan = Pick<AttackerJob, 'place' | 'frames' | 'perSecond'>

/** What came of it. */
export interface AttackerTally {
  sent: number
  /** How often the server has closed the document or the socket. */
  thrownOut: number
  reasons: Record<string, number>
}

/** Send frames into a room from a thread of its own until the returned function is called. */
export function startAttacker(
  running: RunningSystem,
  { place, frames, perSecond }: AttackPlan,
): () => Promise<AttackerTally> {
  const { port, system } = running
  const job: AttackerJob = { port, wire: system.wire, place, frames, perSecond }
  const worker = new Worker(new URL('./attacker.worker.ts', import.meta.url), { workerData: job })
  const failed = new Promise<never>((_resolve, reject) => worker.once('error', reject))
  failed.catch(() => undefined)
  return async () => {
    const told = new Promise<AttackerTally>((resolve) => worker.once('message', resolve))
    worker.postMessage('stop')
    return Promise.race([told, failed])
  }
}

/** The tally as one line. */
export function describeTally({ sent, thrownOut, reasons }: AttackerTally): string {
  const why = Object.keys(reasons).join(', ')
  return `${sent} frames sent, thrown out ${thrownOut} times${why === '' ? '' : ` (${why})`}`
}
