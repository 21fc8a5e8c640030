import { distributionOf } from './distributionOf.ts'
import type { Phase, PhaseResult } from './Job.ts'
import type { SimulatedWriter } from './SimulatedWriter.ts'

interface PhaseLatencies {
  readonly toPeer: number[]
  readonly toDurable: number[]
  readonly sendLateness: number[]
}

/** Follows one receiver through the edits of one writer. */
type Progress = Map<SimulatedWriter, number>

/**
 * Latencies of all edits by phase, always from the time at which an edit was meant to be sent: a generator or a server
 * that stalls delays what follows, and that delay is part of what people would wait.
 */
export class LatencyBook {
  readonly #phases: readonly Phase[]
  readonly #latencies: readonly PhaseLatencies[]
  readonly #intendedAt = new Map<SimulatedWriter, number[]>()
  readonly #phaseOf = new Map<SimulatedWriter, number[]>()
  readonly #writers = new Map<number, SimulatedWriter>()
  readonly #progress = new Map<SimulatedWriter | 'file', Progress>()

  constructor(phases: readonly Phase[], writers: readonly SimulatedWriter[]) {
    this.#phases = phases
    this.#latencies = phases.map(() => ({ toPeer: [], toDurable: [], sendLateness: [] }))
    for (const writer of writers) {
      this.#writers.set(writer.writing.clientId, writer)
      this.#intendedAt.set(writer, [])
      this.#phaseOf.set(writer, [])
    }
  }

  noteSent(writer: SimulatedWriter, phase: number, intendedAt: number): void {
    this.#intendedAt.get(writer)?.push(intendedAt)
    this.#phaseOf.get(writer)?.push(phase)
    this.#latencies[phase]?.sendLateness.push(performance.now() - intendedAt)
  }

  noteAcknowledged(writer: SimulatedWriter, editIndex: number): void {
    this.#add('toDurable', writer, editIndex)
  }

  /** The receiver, or the server's file, now holds all edits of the client below this clock. */
  noteHeld(receiver: SimulatedWriter | 'file', clientId: number, clock: number): void {
    const writer = this.#writers.get(clientId)
    if (!writer || writer === receiver) return
    let progress = this.#progress.get(receiver)
    if (!progress) this.#progress.set(receiver, (progress = new Map()))
    let index = progress.get(writer) ?? 0
    for (; index < writer.sentEdits && (writer.writing.edits[index]?.clockAfter ?? Infinity) <= clock; index++) {
      this.#add(receiver === 'file' ? 'toDurable' : 'toPeer', writer, index)
    }
    progress.set(writer, index)
  }

  /** How many edits of a writer the receiver, or the server's file, holds. */
  heldEdits(receiver: SimulatedWriter | 'file', writer: SimulatedWriter): number {
    return this.#progress.get(receiver)?.get(writer) ?? 0
  }

  results(): readonly PhaseResult[] {
    return this.#phases.flatMap((phase, index) => {
      const latencies = this.#latencies[index]
      if (!phase.isMeasured || !latencies) return []
      const { toPeer, toDurable, sendLateness } = latencies
      return {
        name: phase.name,
        toPeer: distributionOf(toPeer),
        toDurable: distributionOf(toDurable),
        sendLateness: distributionOf(sendLateness),
      }
    })
  }

  #add(kind: 'toPeer' | 'toDurable', writer: SimulatedWriter, editIndex: number): void {
    const intendedAt = this.#intendedAt.get(writer)?.[editIndex]
    const phase = this.#phaseOf.get(writer)?.[editIndex]
    if (intendedAt === undefined || phase === undefined) return
    this.#latencies[phase]?.[kind].push(performance.now() - intendedAt)
  }
}
