import type { Seat } from '../seams.ts'
import { malformed, type ByteReader } from './ByteReader.ts'
import { presenceEntry, presenceFrame } from './frames.ts'

/** Positions of cursors travel at most this often: 25 times a second reads as movement. */
const TICK_MS = 40

/** A state beyond this is dropped: a cursor, a selection of some dozen notes and an identity need a tenth of it. */
const MAX_STATE_BYTES = 4_096

/** Client ids in one presence frame; honest ones carry their own, and removals of others after a time-out. */
const MAX_ENTRIES = 1_000

/** Who takes part in a hub: a connection with the document open. */
export interface PresenceMember {
  readonly seat: Seat
  sendPresence(frame: Uint8Array): void
}

interface Presence {
  readonly member: PresenceMember
  clock: number
  entry: Uint8Array
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
 * 1. The identity in a state is the server's: whatever a client says about its `seat` is replaced.
 * 2. Changes are gathered; per tick every member gets one frame, the same for all.
 * 3. A member that leaves takes its states along; a member that comes gets all current states.
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
    const known = this.#present.get(clientId)
    if (state === 'null') {
      if (known?.member === member && clock >= known.clock) this.#remove(clientId)
      return
    }
    const stamped = stamp(state, member.seat)
    if (stamped === null || (known && known.member === member && clock < known.clock)) return
    // A client that comes back goes on with the clock that the others have seen leaving; they would ignore it.
    const goneAt = this.#gone.get(clientId)
    const seenClock = goneAt !== undefined && clock <= goneAt ? goneAt + 1 : clock
    this.#gone.delete(clientId)
    const entry = presenceEntry(clientId, seenClock, stamped)
    this.#present.set(clientId, { member, clock, entry })
    this.#announce(clientId, entry)
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#members.clear()
    this.#present.clear()
  }

  #remove(clientId: number): void {
    const clock = this.#present.get(clientId)?.clock ?? 0
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
    const frame = presenceFrame(this.#address, Array.from(this.#changed.values()))
    this.#changed.clear()
    for (const member of this.#members) member.sendPresence(frame)
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

/**
 * Put the server's identity into a state. The last of two equal keys wins in JSON, so the text is appended to, not
 * rebuilt; it is parsed only to be sure that every receiver can.
 */
function stamp(state: string, seat: Seat): string | null {
  if (Buffer.byteLength(state) > MAX_STATE_BYTES) return null
  try {
    const value: unknown = JSON.parse(state)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const { id, name, organisation } = seat
    const identity = JSON.stringify({ id, name, organisation, colour: cursorColour(id) })
    const end = state.lastIndexOf('}')
    const comma = Object.keys(value).length > 0 ? ',' : ''
    return `${state.slice(0, end)}${comma}"seat":${identity}}`
  } catch {
    return null
  }
}

/** A number 0..11 that stays with a seat, so that a person's cursor has one colour for everybody. */
function cursorColour(seatId: string): number {
  let sum = 0
  for (let i = 0; i < seatId.length; i += 1) sum = (sum * 31 + seatId.charCodeAt(i)) >>> 0
  return sum % 12
}
