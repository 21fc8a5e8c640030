import type { Presence } from '../../sync/presence.ts'

/** A moderator who is on a board of others. */
export interface Visitor {
  readonly id: string
  readonly name: string
  /** Looks on and takes no part; in one of several tabs it is enough to take part. */
  readonly isLookingOn: boolean
}

/** The moderators on a board, each once, in order of their ids, so that it is the same for everybody. */
export function visitorsOf(presences: readonly Presence[], selfId: string): readonly Visitor[] {
  const visitors = new Map<string, Visitor>()
  for (const { seat, isLookingOn } of presences) {
    if (!seat.isModerating || seat.id === selfId) continue
    const before = visitors.get(seat.id)
    visitors.set(seat.id, {
      id: seat.id,
      name: seat.name || seat.organisation,
      isLookingOn: isLookingOn === true && (before?.isLookingOn ?? true),
    })
  }
  return [...visitors.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Who takes part now and did not before. */
export function arrivalsOf(before: readonly Visitor[], now: readonly Visitor[]): readonly Visitor[] {
  const tookPart = new Set(before.filter(({ isLookingOn }) => !isLookingOn).map(({ id }) => id))
  return now.filter(({ id, isLookingOn }) => !isLookingOn && !tookPart.has(id))
}
