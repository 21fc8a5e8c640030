import { AppError, type ErrorCode } from '@tafelrunde/protocol'
import { LIMITS, type SeatId } from '@tafelrunde/schema/plain'
import * as Y from 'yjs'
import type { Claim } from '../journal/Journal.ts'
import type { OpenDocument } from './OpenDocument.ts'
import type { ResolvedUpdate } from './resolveRoots.ts'
import { resolveRoots } from './resolveRoots.ts'
import { scanUpdate } from './scanUpdate.ts'

/** Unwritten updates of one channel after which its socket is not read on: a slow disk must not fill the memory. */
const MAX_QUEUED_BYTES = 2 * 1024 * 1024

/** What a queue needs from its channel. */
export interface UpdateQueueParts {
  readonly document: OpenDocument
  readonly seatId: SeatId
  /** Null when the seat may write all of it now. */
  readonly refuse: (update: ResolvedUpdate) => ErrorCode | null
  /** Hand an update to the engine, which writes and applies it. */
  readonly forward: (update: Uint8Array) => void
  /** Tell the client that so many of its updates are on disk. */
  readonly acknowledge: (updates: number) => void
  readonly setPaused: (isPaused: boolean) => void
  readonly onDrained: () => void
}

/** An update that the engine has and that is not acknowledged yet. */
interface InFlight {
  /** How many updates of the client it stands for; each of them is acknowledged. */
  readonly updates: number
  readonly claims: readonly Claim[]
}

/** An update that has passed every check. */
interface Accepted {
  readonly bytes: Uint8Array
  /** The document has all of it; there is nothing to write. */
  readonly isKnown: boolean
  readonly claims: readonly Claim[]
}

/**
 * The updates of one channel on their way to the engine.
 *
 * S2  The engine gets at most one update at a time; what arrives meanwhile is merged into the next one, and each is
 *     acknowledged.
 * F2  An update is checked when everything before it is applied; a refused one never reaches the engine.
 * F4  An update that changes nothing is acknowledged without a write, whoever sends it.
 * F5  An update that continues edits which are not here waits for the client's answer to the handshake, which brings
 *     them: typing can overtake what was edited offline.
 * F8  Nothing is acknowledged before that answer is written: the provider counts anew with every connection and would
 *     take the first acknowledgement for all that was edited offline.
 */
export class UpdateQueue {
  readonly #parts: UpdateQueueParts
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  /** How many of the waiting have to go one by one, because together they were refused. */
  #singly = 0
  #early: Uint8Array[] = []
  #earlyBytes = 0
  #hasHandshake = false
  #inFlight: InFlight | null = null
  #written = 0
  /** Written updates that the client has not been told of. */
  #owed = 0
  /** The number, among the written updates, of the client's answer to the handshake. */
  #handshakeAt = Infinity

  constructor(parts: UpdateQueueParts) {
    this.#parts = parts
  }

  /** Claims that the update which the engine is writing brings along. */
  get claimsInFlight(): readonly Claim[] {
    return this.#inFlight?.claims ?? []
  }

  get isWriting(): boolean {
    return this.#inFlight !== null
  }

  get isDrained(): boolean {
    return !this.#inFlight && this.#waiting.length === 0
  }

  /** @throws AppError if the seat may not write it */
  add(update: Uint8Array, { isHandshake }: { isHandshake: boolean }): void {
    if (update.length > LIMITS.updateBytes) throw new AppError('update.tooLarge', 'an update is too large')
    this.#waitingBytes += update.length
    if (isHandshake && !this.#hasHandshake) {
      this.#hasHandshake = true
      // What waits continues it, so it goes first.
      this.#waiting = [update, ...this.#early.splice(0), ...this.#waiting]
      this.#waitingBytes += this.#earlyBytes
      this.#earlyBytes = 0
      this.#handshakeAt = this.#written + (this.#inFlight?.updates ?? 0) + 1
    } else {
      this.#waiting.push(update)
    }
    if (this.#waitingBytes > MAX_QUEUED_BYTES) this.#parts.setPaused(true)
    this.#forwardNext()
  }

  /** The engine has applied the update that was in flight. @throws AppError if the next one is refused */
  applied({ mayGoOn }: { mayGoOn: boolean }): void {
    const applied = this.#inFlight
    this.#inFlight = null
    if (!applied) return
    this.#acknowledge(applied.updates)
    if (mayGoOn) this.#forwardNext()
  }

  /** Forget what has not gone to the engine yet. */
  clear(): void {
    this.#waiting = []
    this.#early = []
  }

  #forwardNext(): void {
    while (!this.#inFlight && this.#waiting.length > 0) {
      const count = this.#singly > 0 ? 1 : this.#waiting.length
      const next = count === 1 ? this.#acceptOrHold(this.#waiting[0] as Uint8Array) : this.#acceptMerged(this.#waiting)
      if (next === 'one by one') {
        this.#singly = this.#waiting.length
        continue
      }
      this.#singly = Math.max(0, this.#singly - 1)
      this.#remove(count)
      if (next === 'held') continue
      if (next.isKnown) {
        this.#acknowledge(count)
      } else {
        this.#inFlight = { updates: count, claims: next.claims }
        this.#parts.forward(next.bytes)
      }
    }
    if (this.isDrained) this.#parts.onDrained()
  }

  #acknowledge(updates: number): void {
    this.#written += updates
    this.#owed += updates
    if (this.#written < this.#handshakeAt) return
    this.#parts.acknowledge(this.#owed)
    this.#owed = 0
  }

  #remove(count: number): void {
    for (const update of this.#waiting.splice(0, count)) this.#waitingBytes -= update.length
    if (this.#waitingBytes <= MAX_QUEUED_BYTES) this.#parts.setPaused(false)
  }

  #acceptOne(bytes: Uint8Array): Accepted {
    const { document, refuse, seatId } = this.#parts
    const resolved = resolveRoots(document.ydoc, bytes)
    if (resolved.isKnown) return { bytes, isKnown: true, claims: [] }
    const refusal = refuse(resolved)
    if (refusal) throw new AppError(refusal, 'the seat may not write this')
    return { bytes, isKnown: false, claims: document.claims.take(resolved.clients, seatId) }
  }

  /** Before the handshake a gap says only that typing has overtaken the edits that were made offline. */
  #acceptOrHold(bytes: Uint8Array): Accepted | 'held' {
    try {
      return this.#acceptOne(bytes)
    } catch (error) {
      const isEarly = !this.#hasHandshake && error instanceof AppError && error.code === 'update.clockGap'
      if (!isEarly) throw error
      this.#earlyBytes += bytes.length
      if (this.#earlyBytes > MAX_QUEUED_BYTES) throw new AppError('update.tooLarge', 'too much before the handshake')
      this.#early.push(bytes)
      return 'held'
    }
  }

  /** When one of them is refused, those before it are legal, so they are tried one by one. */
  #acceptMerged(updates: readonly Uint8Array[]): Accepted | 'one by one' {
    try {
      for (const update of updates) scanUpdate(update, { struct: () => undefined, deletion: () => undefined })
      return this.#acceptOne(Y.mergeUpdates(updates as Uint8Array[]))
    } catch {
      return 'one by one'
    }
  }
}
