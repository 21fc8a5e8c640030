import { AppError } from '@tafelrunde/protocol'
import { SeededRandom } from '@tafelrunde/testkit'
import * as Y from 'yjs'
import { presenceEntry, presenceFrame, statelessFrame } from '../../src/front/frames.ts'
import { resolveRoots } from '../../src/front/resolveRoots.ts'
import { scanUpdate } from '../../src/front/scanUpdate.ts'
import { framed, FrontBench, type Outcome } from './FrontBench.ts'
import { MUTATIONS, mutate } from './mutate.ts'
import { recordSession } from './recordSession.ts'

/** What a hostile frame may cost. */
export const MAX_FRAME_MS = 1
/**
 * Beyond 10 kB a frame may cost this much per byte: large pastes and copies of a whole board are honest, and each of
 * their parts has to be looked at.
 */
export const MAX_MS_PER_BYTE = 0.000_1

/** How a fuzzing run went. */
export interface FuzzReport {
  readonly frames: number
  readonly refused: number
  readonly forwarded: number
  readonly kinds: Readonly<Record<string, number>>
  /** Something was thrown that is no refusal, a refused frame was passed on, a frame took too long. */
  readonly problems: readonly string[]
  readonly slowestMs: number
  readonly slowestBytes: number
  /** Bytes of the heap after a collection, when the code was warm and in the end. */
  readonly heapBefore: number
  readonly heapAfter: number
}

const WARM_UP = 3_000
/** Hostile versions of one honest frame before the session goes on. */
const PER_FRAME = 25

/** Send so many hostile frames to the pre-scan and the front. Needs `--expose-gc`. */
export async function fuzzFrames(seed: number, frames: number): Promise<FuzzReport> {
  const fuzzer = new Fuzzer(seed)
  await fuzzer.run(WARM_UP)
  return fuzzer.measure(frames)
}

class Fuzzer {
  readonly #random: SeededRandom
  #kinds: Record<string, number> = {}
  readonly #problems: string[] = []
  #sessions: number
  #server = new Y.Doc()
  #bench = new FrontBench(this.#server)
  #frames = 0
  #refused = 0
  #forwarded = 0
  #slowestMs = 0
  #slowestBytes = 0
  /** Code that runs for the first time is not compiled yet; what it takes then says nothing. */
  #isWarm = false

  constructor(seed: number) {
    this.#random = new SeededRandom(seed)
    this.#sessions = seed * 1_000
  }

  async measure(frames: number): Promise<FuzzReport> {
    const heapBefore = await heapAfterCollection()
    this.#kinds = {}
    this.#frames = this.#refused = this.#forwarded = 0
    this.#isWarm = true
    await this.run(frames)
    return {
      frames: this.#frames,
      refused: this.#refused,
      forwarded: this.#forwarded,
      kinds: this.#kinds,
      problems: this.#problems,
      slowestMs: this.#slowestMs,
      slowestBytes: this.#slowestBytes,
      heapBefore,
      heapAfter: await heapAfterCollection(),
    }
  }

  async run(frames: number): Promise<void> {
    const aim = this.#frames + frames
    while (this.#frames < aim) {
      const { start, frames: recorded } = recordSession((this.#sessions += 1), 12)
      this.#begin(start)
      for (const { bytes } of recorded) {
        for (let version = 0; version < PER_FRAME && this.#frames < aim; version += 1) {
          const { kind, frame } = this.#hostile(bytes, this.#random.pick(recorded).bytes)
          this.#kinds[kind] = (this.#kinds[kind] ?? 0) + 1
          this.#send(kind, frame)
        }
        Y.applyUpdate(this.#server, bytes)
        // Lets go what waits for a claim.
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    this.#begin(new Uint8Array([0, 0]))
  }

  #begin(start: Uint8Array): void {
    this.#bench.close()
    this.#server.destroy()
    this.#server = new Y.Doc()
    Y.applyUpdate(this.#server, start)
    this.#bench = new FrontBench(this.#server)
  }

  /** Most are versions of honest updates; some of whole frames, of presence, and some are noise. */
  #hostile(bytes: Uint8Array, other: Uint8Array): { kind: string; frame: Uint8Array } {
    const random = this.#random
    const which = random.integer(0, 20)
    if (which < 13) {
      const { name, bytes: update } = mutate(bytes, random, other)
      this.#scan(name, update)
      return { kind: name, frame: framed(update) }
    }
    if (which < 14) {
      const noise = random.bytes(random.integer(0, 200))
      this.#scan('noise', noise)
      return { kind: 'noise in an update', frame: framed(noise) }
    }
    if (which < 15) return { kind: 'noise', frame: random.bytes(random.integer(0, 200)) }
    const honest =
      which < 17
        ? framed(bytes)
        : which < 19
          ? presenceFrame(ADDRESS, [presenceEntry(random.integer(0, 2 ** 32), 1, JSON.stringify({ cursor: { x: 1 } }))])
          : statelessFrame(ADDRESS, JSON.stringify({ type: 'writing.flushed', id: 'x' }))
    const name = random.pick(WHOLE_FRAME_MUTATIONS)
    return { kind: `whole frame ${name}`, frame: MUTATIONS[name]?.(honest, random, framed(other)) ?? honest }
  }

  /** The two parts that read updates, by themselves: nothing but a refusal may leave them. */
  #scan(kind: string, update: Uint8Array): void {
    try {
      scanUpdate(update, { struct: () => undefined, deletion: () => undefined })
      resolveRoots(this.#server, update)
    } catch (error) {
      if (!(error instanceof AppError)) this.#tell(kind, update, `the pre-scan throws ${String(error)}`)
    }
  }

  #send(kind: string, frame: Uint8Array): void {
    this.#frames += 1
    let outcome: Outcome
    try {
      outcome = this.#bench.receive(frame)
    } catch (error) {
      return this.#tell(kind, frame, `the front throws ${String(error)}`)
    }
    if (outcome.refused !== null) this.#refused += 1
    if (outcome.forwarded.length > 0) this.#forwarded += 1
    if (outcome.refused !== null && outcome.forwarded.length > 0) this.#tell(kind, frame, 'refused and passed on')
    if (this.#isWarm) this.#time(kind, frame, outcome.ms)
  }

  /**
   * A frame that took too long is sent again and the least counts: neither collections nor other processes nor code that
   * is just being compiled say anything about the frame.
   */
  #time(kind: string, frame: Uint8Array, firstMs: number): void {
    const limitMs = Math.max(MAX_FRAME_MS, frame.length * MAX_MS_PER_BYTE)
    let ms = firstMs
    for (let again = 0; ms > limitMs && again < 40; again += 1) ms = Math.min(ms, this.#bench.receive(frame).ms)
    if (ms > limitMs) this.#tell(kind, frame, `${ms.toFixed(2)} ms for ${frame.length} bytes`)
    if (ms < this.#slowestMs) return
    this.#slowestMs = ms
    this.#slowestBytes = frame.length
  }

  #tell(kind: string, bytes: Uint8Array, problem: string): void {
    const hex = Buffer.from(bytes.subarray(0, 400)).toString('hex')
    if (this.#problems.length < 20) this.#problems.push(`${kind}: ${problem}: ${bytes.length} bytes ${hex}`)
  }
}

const ADDRESS = 'group/Gaaaaaaaaaaaaaaaaaaaaa'
const WHOLE_FRAME_MUTATIONS = ['flipBits', 'setByte', 'cut', 'append', 'splice', 'repeat', 'remove', 'overflow', 'bomb']

async function heapAfterCollection(): Promise<number> {
  const collect = globalThis.gc
  if (!collect) throw new Error('run with --expose-gc')
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 60))
    collect()
  }
  return process.memoryUsage().heapUsed
}
