import { AppError, type ErrorCode } from '@tafelrunde/protocol'
import { LIMITS, type SeatId } from '@tafelrunde/schema/plain'
import * as Y from 'yjs'
import type { Claim } from '../journal/Journal.ts'
import type { OpenDocument } from './OpenDocument.ts'
import type { ResolvedUpdate } from './resolveRoots.ts'
import { resolveRoots } from './resolveRoots.ts'
import type { Spending } from './SeatBudget.ts'
import { scanUpdate } from './scanUpdate.ts'

/** Unwritten updates of one channel after which its socket is not read on: a slow disk must not fill the memory. */
const MAX_QUEUED_BYTES = 2 * 1024 * 1024

/** Merging costs more than linear time: a laptop that comes back brings thousands of small updates. */
const MAX_MERGED = 100
const MAX_MERGED_BYTES = 64 * 1024

/** From here on merging, checking and applying take milliseconds (100 small notes: about 6 ms). */
const MANY_UPDATES = 20

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
  /** What the seat may spend. */
  readonly waitFor: (what: Spending) => number
  readonly spend: (what: Spending, amount: number) => void
  readonly setPaused: (isPaused: boolean) => void
  /** Run work that takes milliseconds, in a turn of its own. */
  readonly takeTurn: (work: () => void) => void
  /** An update that had waited for the seat's budget, or for its turn, is refused. */
  readonly onFault: (error: unknown) => void
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
  /** Runs while the seat writes more than its budget allows; what arrives meanwhile is merged. */
  #rest: NodeJS.Timeout | null = null
  /** Many updates wait for their turn; what arrives meanwhile is merged, too. */
  #turn: 'none' | 'waiting' | 'here' = 'none'

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
    if (this.#rest) clearTimeout(this.#rest)
    this.#rest = null
  }

  #forwardNext(): void {
    while (!this.#inFlight && !this.#rest && this.#turn !== 'waiting' && this.#waiting.length > 0) {
      const waitMs = this.#parts.waitFor('writes')
      if (waitMs > 0) return this.#forwardAfter(waitMs)
      const count = this.#singly > 0 ? 1 : this.#countToMerge()
      if (count >= MANY_UPDATES && this.#turn === 'none') return this.#forwardInTurn()
      const updates = this.#waiting.slice(0, count)
      const next = count === 1 ? this.#acceptOrHold(updates[0] as Uint8Array) : this.#acceptMerged(updates)
      if (next === 'one by one') {
        this.#singly = count
        continue
      }
      this.#singly = Math.max(0, this.#singly - 1)
      this.#remove(count)
      if (next === 'held') continue
      if (next.isKnown) {
        this.#acknowledge(count)
      } else {
        this.#inFlight = { updates: count, claims: next.claims }
        this.#parts.spend('writes', 1)
        this.#parts.forward(next.bytes)
      }
    }
    if (this.isDrained) this.#parts.onDrained()
  }

  #forwardAfter(waitMs: number): void {
    this.#rest = setTimeout(() => {
      this.#rest = null
      this.#tryForwardNext()
    }, waitMs)
  }

  #forwardInTurn(): void {
    this.#turn = 'waiting'
    this.#parts.takeTurn(() => {
      this.#turn = 'here'
      this.#tryForwardNext()
      this.#turn = 'none'
    })
  }

  #tryForwardNext(): void {
    try {
      this.#forwardNext()
    } catch (error) {
      this.#parts.onFault(error)
    }
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

  #countToMerge(): number {
    const most = Math.min(this.#waiting.length, MAX_MERGED)
    let bytes = this.#waiting[0]?.length ?? 0
    for (let count = 1; count < most; count += 1) {
      bytes += this.#waiting[count]?.length ?? 0
      if (bytes > MAX_MERGED_BYTES) return count
    }
    return most
  }

  #acceptOne(bytes: Uint8Array): Accepted {
    const { document, refuse, seatId } = this.#parts
    const resolved = resolveRoots(document.ydoc, bytes)
    this.#parts.spend('visits', resolved.visits)
    if (resolved.isKnown) return { bytes, isKnown: true, claims: [] }
    this.#parts.spend('structs', resolved.structs)
    const refusal = refuse(resolved) ?? document.bounds.refuse(resolved)
    if (refusal) throw new AppError(refusal, 'the seat may not write this')
    this.#spendClientIds(resolved.clients)
    return { bytes, isKnown: false, claims: document.claims.take(resolved.clients, seatId) }
  }

  #spendClientIds(clientIds: readonly number[]): void {
    const fresh = clientIds.filter((clientId) => this.#parts.document.claims.ownerOf(clientId) === null).length
    if (fresh === 0) return
    if (this.#parts.waitFor('clientIds') > 0) throw new AppError('request.tooMany', 'too many new client ids')
    this.#parts.spend('clientIds', fresh)
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
