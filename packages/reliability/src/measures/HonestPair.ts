import { distributionOf } from '@tafelrunde/bench/distributionOf'
import type { Distribution } from '@tafelrunde/bench/Job'
import * as Y from 'yjs'
import type { Member, Room } from '../systems/System.ts'

/** Latencies of a while, ms; `count` notes arrived, `missing` did not yet. */
export interface PairLatency extends Distribution {
  readonly missing: number
}

/**
 * Two honest people in a room: one writes at an even pace, the other waits for each note. What they feel is what a
 * fault or an attack does to everybody.
 */
export class HonestPair {
  readonly writer: Member
  readonly reader: Member
  #underWay: { readonly clock: number; readonly clientId: number; readonly intendedAt: number }[] = []
  #latencies: number[] = []
  #timer: NodeJS.Timeout | null = null
  #notes = 0

  private constructor(writer: Member, reader: Member) {
    this.writer = writer
    this.reader = reader
    reader.ydoc.on('update', () => this.#look())
  }

  static async join(room: Room): Promise<HonestPair> {
    return new HonestPair(await room.join('Ehrliche Anna'), await room.join('Ehrlicher Ben'))
  }

  /** Write a note every `everyMs` until `stop`. */
  start(everyMs: number): void {
    let next = performance.now()
    this.#timer = setInterval(() => {
      // What a stalled process could not write in time counts from when it was meant to be written.
      for (; next <= performance.now(); next += everyMs) this.#write(next)
    }, everyMs)
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
  }

  /** Latencies since the last call. */
  take(): PairLatency {
    const latencies = this.#latencies
    this.#latencies = []
    return { ...distributionOf(latencies), missing: this.#underWay.length }
  }

  /** Every note has arrived. */
  get isQuiet(): boolean {
    return this.#underWay.length === 0
  }

  /** Run the pair for a while and take its latencies; notes that are under way at the end are not counted. */
  async measure(ms: number, everyMs = 20): Promise<PairLatency> {
    this.take()
    this.start(everyMs)
    await new Promise((resolve) => setTimeout(resolve, ms))
    this.stop()
    return this.take()
  }

  #write(intendedAt: number): void {
    const { ydoc } = this.writer
    if (!this.writer.write(`ehrlich-${this.#notes}`)) return
    this.#notes += 1
    this.#underWay.push({ clock: Y.getState(ydoc.store, ydoc.clientID), clientId: ydoc.clientID, intendedAt })
  }

  #look(): void {
    const now = performance.now()
    const held = (clientId: number): number => Y.getState(this.reader.ydoc.store, clientId)
    const arrived = this.#underWay.filter(({ clock, clientId }) => held(clientId) >= clock)
    if (arrived.length === 0) return
    this.#underWay = this.#underWay.filter(({ clock, clientId }) => held(clientId) < clock)
    for (const { intendedAt } of arrived) this.#latencies.push(now - intendedAt)
  }
}
