import type { Seat } from '../seams.ts'
import { malformed, type ByteReader } from './ByteReader.ts'
import { presenceEntry, presenceFrame } from './frames.ts'
import { stampPresence } from './stampPresence.ts'

/** Positions of cursors travel at most this often: 25 times a second reads as movement. */
const TICK_MS = 40

/** Client ids in one presence frame; honest ones carry their own, and removals of others after a time-out. */
const MAX_ENTRIES = 1_000

/** States that one member shows: it has one cursor; a tab that exchanges its document has two for a moment. */
const MAX_STATES = 4

/** Beyond this a clock could not be counted on any more; an honest one counts moves since the page was opened. */
const MAX_CLOCK = 2 ** 32

/** Who takes part in a hub: a connection with the document open. */
export interface PresenceMember {
  readonly seat: Seat
  sendPresence(frame: Uint8Array): void
}

interface Presence {
  readonly member: PresenceMember
  /** The clock that its client counts. */
  readonly clock: number
  /** The clock that the others were shown; ahead of the client's after it went and came back. */
  readonly shownClock: number
  readonly entry: Uint8Array
}

/** One entry of a presence frame from a client; `state` is JSON text. */
export interface PresenceMessage {
  readonly clientId: number
  readonly clock: number
  readonly state: string
}

/**
 * The people in one document: their cursors, selections and identity.
 *
 * P1  The identity in a state is the server's: whatever a client says about its `seat` or `user` is replaced.
 * P2  Changes are gathered; per tick every member gets one frame, the same for all.
 * P3  A member that leaves takes its states along; a member that comes gets all current states.
 * P4  A state belongs to the connection that showed it; others that repeat it do not take it over.
 * P5  What one connection shows is bounded in size and number, however often it changes.
 * P6  Whoever moderates is marked as such, by the server.
 */
export class PresenceHub {
  readonly #address: string
  readonly #members = new Set<PresenceMember>()
  readonly #present = new Map<number, Presence>()
  readonly #gone = new Map<number, number>()
  readonly #changed = new Map<number, Uint8Array>()
  #timer: NodeJS.Timeout | null = null
  #lastTickAt = -Infinity

  constructor(address: string) {
    this.#address = address
  }

  join(member: PresenceMember): void {
    this.#members.add(member)
    this.sendCurrent(member)
  }

  /** All current states, for a late joiner or one who asks. */
  sendCurrent(member: PresenceMember): void {
    if (this.#present.size === 0) return
    const entries = Array.from(this.#present.values(), (presence) => presence.entry)
    member.sendPresence(presenceFrame(this.#address, entries))
  }

  leave(member: PresenceMember): void {
    this.#members.delete(member)
    for (const [clientId, presence] of this.#present) if (presence.member === member) this.#remove(clientId)
  }

  /** Take one state of a member; the caller has checked that the client id is the member's. */
  set(member: PresenceMember, { clientId, clock, state }: PresenceMessage): void {
    if (!this.#members.has(member)) return
    if (clock > MAX_CLOCK) return
    const known = this.#present.get(clientId)
    if (state === 'null') {
      if (known?.member === member && clock >= known.clock) this.#remove(clientId)
      return
    }
    // Tabs of one browser tell each other, and then each of them tells the server.
    if (known && clock <= known.clock) return
    const isMine = known?.member === member
    const stamped = stampPresence(state, member.seat)
    if (stamped === null) return
    const lastShown = known?.shownClock ?? this.#gone.get(clientId) ?? -1
    if (!isMine) {
      // An echo: clients repeat what they are told about others, here about another tab of their own seat.
      if (state === stamped && clock <= lastShown) return
      if (this.#statesOf(member) >= MAX_STATES) return
    }
    // A client that comes back goes on with the clock that the others have seen leaving; they would ignore it.
    const shownClock = Math.max(clock, lastShown + 1)
    this.#gone.delete(clientId)
    const entry = presenceEntry(clientId, shownClock, stamped)
    this.#present.set(clientId, { member, clock, shownClock, entry })
    this.#announce(clientId, entry)
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#members.clear()
    this.#present.clear()
  }

  #statesOf(member: PresenceMember): number {
    let count = 0
    for (const presence of this.#present.values()) if (presence.member === member) count += 1
    return count
  }

  #remove(clientId: number): void {
    const clock = this.#present.get(clientId)?.shownClock ?? 0
    this.#present.delete(clientId)
    this.#gone.set(clientId, clock)
    this.#announce(clientId, presenceEntry(clientId, clock, 'null'))
  }

  #announce(clientId: number, entry: Uint8Array): void {
    this.#changed.set(clientId, entry)
    if (this.#timer) return
    // The first change after a quiet moment goes out at once, the following ones share a tick.
    const waitMs = Math.max(0, this.#lastTickAt + TICK_MS - performance.now())
    this.#timer = setTimeout(() => this.#tick(), waitMs)
  }

  #tick(): void {
    this.#timer = null
    this.#lastTickAt = performance.now()
    const changed = Array.from(this.#changed)
    const frame = this.#frameOf(changed)
    // A client takes what carries its own id and a later clock for its own state; it must not get an older one back.
    const returned = new Set(changed.flatMap(([clientId]) => this.#returned(clientId)))
    this.#changed.clear()
    for (const member of this.#members) {
      if (!returned.has(member)) member.sendPresence(frame)
      else member.sendPresence(this.#frameOf(changed.filter(([id]) => this.#present.get(id)?.member !== member)))
    }
  }

  #frameOf(entries: readonly (readonly [number, Uint8Array])[]): Uint8Array {
    return presenceFrame(
      this.#address,
      entries.map(([, entry]) => entry),
    )
  }

  #returned(clientId: number): readonly PresenceMember[] {
    const presence = this.#present.get(clientId)
    return presence && presence.shownClock > presence.clock ? [presence.member] : []
  }
}

/** Read a presence frame's body. @throws AppError `update.malformed` */
export function readPresence(body: ByteReader): readonly PresenceMessage[] {
  const end = body.uint() + body.pos
  if (end > body.bytes.length) throw malformed('ends too early')
  const count = body.count(3)
  if (count > MAX_ENTRIES) throw malformed('too many presence entries')
  const messages: PresenceMessage[] = []
  for (let left = count; left > 0; left -= 1) {
    messages.push({ clientId: body.uint(), clock: body.uint(), state: body.string() })
  }
  return messages
}
