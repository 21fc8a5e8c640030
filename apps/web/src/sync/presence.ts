import type { FieldId, ItemId } from '@tafelrunde/schema/plain'
import type { Awareness } from 'y-protocols/awareness'
import { isSameValue } from './isSameValue.ts'
import { createSource, type Source } from './Source.ts'
import { parseTextCursor, type TextCursor } from './TextCursor.ts'

/** A person as the others see them; the server writes this part, nobody can claim another seat. */
export interface PresentSeat {
  readonly id: string
  readonly name: string
  readonly organisation: string
  /** Number 0 to 11, the colour of the cursor. */
  readonly colour: number
  /** Whoever steers the workshop; said by the server as well. */
  readonly isModerating?: true
}

/** Where a pointer is: in a field as fractions of its box, in the free area in its pixels. */
export interface PresencePlace {
  readonly fieldId: FieldId
  readonly canvasId?: string | null
  readonly x: number
  readonly y: number
}

/** What one tab shows of itself. */
export interface PresenceState {
  readonly place?: PresencePlace
  readonly selection?: readonly ItemId[]
  readonly editing?: ItemId
  /** Where this tab writes in a text; named as in other clients, which show it. */
  readonly cursor?: TextCursor
  readonly dragging?: { readonly itemId: ItemId; readonly x: number; readonly y: number }
  /** Looks on and takes no part. */
  readonly isLookingOn?: true
}

/** Another tab (of another person, or of this one) on the same document. */
export interface Presence extends PresenceState {
  readonly clientId: number
  readonly seat: PresentSeat
}

/** Who else is on a board, and what we show of ourselves. */
export interface PresenceSession {
  /** Every other tab, by client id. */
  readonly others: Source<readonly Presence[]>
  /** Every person including this one, once each, in order of arrival. */
  readonly people: Source<readonly PresentSeat[]>
  /** Show something; null takes it away. Sent at most 25 times a second, the last state always. */
  update(patch: { readonly [K in keyof PresenceState]?: PresenceState[K] | null }): void
}

const SEND_EVERY_MS = 40

/** Presence that survives the exchange of the document below it: `bind` is called again after a refusal. */
export class BoardPresence implements PresenceSession {
  readonly others = createSource<readonly Presence[]>([], isSameValue)
  readonly people: Source<readonly PresentSeat[]>
  private readonly seats = createSource<readonly PresentSeat[]>([], isSameValue)
  private readonly me: PresentSeat
  private awareness: Awareness | null = null
  private mine: PresenceState = {}
  private isDirty = false
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(me: PresentSeat) {
    this.me = me
    this.people = this.seats
    this.seats.set([me])
  }

  bind(awareness: Awareness | null): void {
    this.awareness?.off('change', this.read)
    this.awareness = awareness
    awareness?.setLocalState({ seat: this.me, ...this.mine })
    awareness?.on('change', this.read)
    this.read()
  }

  update(patch: { readonly [K in keyof PresenceState]?: PresenceState[K] | null }): void {
    const next: Record<string, unknown> = { ...this.mine }
    for (const [key, value] of Object.entries(patch)) {
      if (value === null || value === undefined) delete next[key]
      else next[key] = value
    }
    if (isSameValue(next, this.mine)) return
    this.mine = next
    this.isDirty = true
    this.sendSoon()
  }

  private sendSoon(): void {
    if (this.timer !== null || !this.isDirty) return
    this.isDirty = false
    this.awareness?.setLocalState({ seat: this.me, ...this.mine })
    this.timer = setTimeout(() => {
      this.timer = null
      this.sendSoon()
    }, SEND_EVERY_MS)
  }

  private readonly read = (): void => {
    const others: Presence[] = []
    for (const [clientId, state] of this.awareness?.getStates() ?? []) {
      const presence = clientId === this.awareness?.clientID ? null : parsePresence(clientId, state)
      if (presence) others.push(presence)
    }
    others.sort((a, b) => a.clientId - b.clientId)
    const seats = new Map([[this.me.id, this.me]])
    for (const { seat } of others) if (!seats.has(seat.id)) seats.set(seat.id, seat)
    const known = this.seats.get().flatMap(({ id }) => seats.get(id) ?? [])
    const arrived = [...seats.values()].filter(({ id }) => !known.some((seat) => seat.id === id))
    this.others.set(others)
    this.seats.set([...known, ...arrived])
  }
}

function parsePresence(clientId: number, state: unknown): Presence | null {
  if (typeof state !== 'object' || state === null || !('seat' in state)) return null
  const seat = state.seat
  if (typeof seat !== 'object' || seat === null || !('id' in seat) || typeof seat.id !== 'string') return null
  const text = (key: string) => {
    const value = (seat as Record<string, unknown>)[key]
    return typeof value === 'string' ? value : ''
  }
  const colour = 'colour' in seat && typeof seat.colour === 'number' ? seat.colour : 0
  const { place, selection, editing, dragging } = state as PresenceState
  const cursor = parseTextCursor((state as PresenceState).cursor)
  return {
    clientId,
    seat: {
      id: seat.id,
      name: text('name'),
      organisation: text('organisation'),
      colour,
      ...('isModerating' in seat && seat.isModerating === true && { isModerating: true as const }),
    },
    ...(place && isPoint(place) && typeof place.fieldId === 'string' && { place }),
    ...(Array.isArray(selection) && { selection: selection.filter((id): id is ItemId => typeof id === 'string') }),
    ...(typeof editing === 'string' && { editing }),
    ...(cursor && { cursor }),
    ...((state as PresenceState).isLookingOn === true && { isLookingOn: true as const }),
    ...(dragging && isPoint(dragging) && typeof dragging.itemId === 'string' && { dragging }),
  }
}

function isPoint(value: { readonly x: unknown; readonly y: unknown }): boolean {
  return typeof value.x === 'number' && typeof value.y === 'number'
}

/** The colour of a seat's cursor: the same on every device, spread evenly. */
export function colourOfSeat(seatId: string): number {
  let sum = 0
  for (let index = 0; index < seatId.length; index += 1) sum = (sum * 31 + seatId.charCodeAt(index)) >>> 0
  return sum % 12
}
