import type { AssignmentEntry, SeatingMode } from '@tafelrunde/protocol'
import type { WorkshopId } from '@tafelrunde/schema/plain'

/** How people of a workshop get their groups. */
export interface Seating {
  readonly mode: SeatingMode
  /** The assignment list, in the order in which it was written. */
  readonly entries: readonly AssignmentEntry[]
}

/**
 * Where it is kept how people get their groups.
 *
 * [SA1] A workshop that was never told otherwise lets people choose and has an empty list.
 * [SA2] `write` replaces what it is given and keeps the rest; a list is replaced whole or not at all, in its order.
 */
export interface SeatingStore {
  read(workshopId: WorkshopId): Promise<Seating>
  write(workshopId: WorkshopId, change: Partial<Seating>): Promise<void>
}
