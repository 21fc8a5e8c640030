import type { Claim } from '../journal/Journal.ts'
import { readFrame } from './frames.ts'
import { Held } from './Held.ts'
import type { OpenDocument } from './OpenDocument.ts'
import { readPresence, type PresenceMember, type PresenceMessage } from './PresenceHub.ts'
import type { Spending } from './SeatBudget.ts'

/** What a gate needs from its channel. */
export interface PresenceGateParts {
  readonly document: OpenDocument
  readonly member: PresenceMember
  /** Resolves when the claims are on disk. */
  readonly claim: (claims: readonly Claim[]) => Promise<void>
  readonly waitFor: (what: Spending) => number
  readonly spend: (what: Spending) => void
  /** A frame is malformed, or a claim was refused. */
  readonly onFault: (error: unknown) => void
}

/**
 * The presence frames of one channel on their way to the hub.
 *
 * C1  A client id is shown only after it is durably its seat's; until then the newest state of it waits, and nothing
 *     else: a disk that stalls must not be asked again with every move.
 */
export class PresenceGate {
  readonly #parts: PresenceGateParts
  readonly #held: Held
  /** The newest state of each id whose claim is on its way to the disk. */
  readonly #claiming = new Map<number, PresenceMessage>()

  constructor(parts: PresenceGateParts) {
    this.#parts = parts
    this.#held = new Held({
      waitMs: () => parts.waitFor('presence'),
      pass: (raw) => this.#pass(raw),
    })
  }

  /** A whole frame. */
  take(raw: Uint8Array): void {
    this.#held.take(raw)
  }

  clear(): void {
    this.#held.clear()
  }

  #pass(raw: Uint8Array): void {
    this.#parts.spend('presence')
    const body = readFrame(raw)?.body
    if (!body) return
    try {
      for (const message of readPresence(body)) this.#read(message)
    } catch (error) {
      this.#parts.onFault(error)
    }
  }

  #read(message: PresenceMessage): void {
    const { document, member } = this.#parts
    const { claims, presence } = document
    const { clientId } = message
    const owner = claims.ownerOf(clientId)
    if (owner === member.seat.id && claims.isStored(clientId)) {
      presence.set(member, message)
    } else if (owner === member.seat.id || (owner === null && message.state !== 'null')) {
      if (owner === null && !this.#mayClaim()) return
      // Others must not see an id before it is durably somebody's: they could take it.
      const isAsked = this.#claiming.has(clientId)
      this.#claiming.set(clientId, message)
      if (!isAsked) void this.#claim(clientId)
    }
    // Honest clients report others as gone after a time-out; the hub knows better, so foreign ids are passed over.
  }

  async #claim(clientId: number): Promise<void> {
    const { document, member, claim, onFault } = this.#parts
    let taken: readonly Claim[] = []
    try {
      taken = document.claims.take([clientId], member.seat.id)
      await claim(taken)
    } catch (error) {
      this.#claiming.delete(clientId)
      document.claims.release(taken)
      return onFault(error)
    }
    document.claims.stored(taken)
    const newest = this.#claiming.get(clientId)
    this.#claiming.delete(clientId)
    if (newest) document.presence.set(member, newest)
  }

  #mayClaim(): boolean {
    if (this.#parts.waitFor('clientIds') > 0) return false
    this.#parts.spend('clientIds')
    return true
  }
}
