import type { Role } from '@tafelrunde/protocol'
import { useSyncExternalStore } from 'react'

/** A seat that this device may use. The token stays on the device and travels in headers only. */
export interface StoredSeat {
  readonly workshopId: string
  readonly seatId: string
  readonly token: string
  readonly role: Role
  readonly name: string
  readonly organisation: string
  readonly groupId: string | null
  /** Title of the workshop, for the list on the home page. */
  readonly title: string
  /** Epoch milliseconds. */
  readonly lastUsedAt: number
  /** Which server the seat belongs to; part of the names of its local databases. */
  readonly instanceId: string
  /** The code that brings the seat to another device, if it was made on this one. */
  readonly recoveryCode: string | null
  /** In the lobby: nothing opens until the moderators let the seat in. */
  readonly isWaiting?: boolean
  /** The moderators let the seat read only. */
  readonly isMuted?: boolean
  /** How many people sit at this device, and who, in their own words. */
  readonly people?: number
  readonly companions?: string
}

const KEY = 'tafelrunde.seats'
const listeners = new Set<() => void>()
let cached: { raw: string | null; seats: readonly StoredSeat[] } = { raw: null, seats: [] }

function isStoredSeat(value: unknown): value is StoredSeat {
  if (typeof value !== 'object' || value === null) return false
  const seat = value as Record<string, unknown>
  return ['workshopId', 'seatId', 'token', 'role', 'name', 'organisation', 'title', 'instanceId'].every(
    (key) => typeof seat[key] === 'string',
  )
}

/** All seats of this device, last used first. */
export function listSeats(): readonly StoredSeat[] {
  const raw = localStorage.getItem(KEY)
  if (raw === cached.raw) return cached.seats
  let value: unknown = []
  try {
    value = JSON.parse(raw ?? '[]')
  } catch {
    // Somebody else's rubbish under our name: as if there were no seats.
  }
  const seats = (Array.isArray(value) ? value : []).filter(isStoredSeat)
  cached = { raw, seats: seats.toSorted((a, b) => b.lastUsedAt - a.lastUsedAt) }
  return cached.seats
}

function write(seats: readonly StoredSeat[]): void {
  localStorage.setItem(KEY, JSON.stringify(seats))
  for (const listener of listeners) listener()
}

/** Add a seat, or replace the one with the same id. */
export function storeSeat(seat: StoredSeat): void {
  write([seat, ...listSeats().filter((other) => other.seatId !== seat.seatId)])
}

/** Change what is known of a stored seat; nothing happens if it is not there. */
export function updateSeat(seatId: string, patch: Partial<Omit<StoredSeat, 'seatId' | 'workshopId'>>): void {
  write(listSeats().map((seat) => (seat.seatId === seatId ? { ...seat, ...patch } : seat)))
}

/** Remove a seat from the list; its local databases are deleted by who calls. */
export function removeSeat(seatId: string): void {
  write(listSeats().filter((seat) => seat.seatId !== seatId))
}

/** The seat that a place of a workshop uses: the named one, else the last used one of that workshop. */
export function findSeat(seats: readonly StoredSeat[], workshopId: string, seatId: string | null): StoredSeat | null {
  const ofWorkshop = seats.filter((seat) => seat.workshopId === workshopId)
  if (seatId) return ofWorkshop.find((seat) => seat.seatId === seatId) ?? null
  return ofWorkshop[0] ?? null
}

export function useSeats(): readonly StoredSeat[] {
  return useSyncExternalStore(subscribe, listSeats)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
