import type { CheckReport } from '@tafelrunde/protocol'
import type { SeatId, WorkshopId } from '@tafelrunde/schema/plain'

/** What one device has found out, and for which seat. */
export interface StoredCheck {
  readonly workshopId: WorkshopId
  /** Random id that the device made. */
  readonly device: string
  /** Null before the person has a seat. */
  readonly seatId: SeatId | null
  readonly at: number
  readonly report: CheckReport
}

/** Most checks of one workshop: its 500 seats, and some who have not joined yet. */
export const CHECKS_PER_WORKSHOP = 600

/**
 * Where reports of the technical check are kept.
 *
 * [TC1] A device has one check per workshop, the newest; once it is known whose it is, that stays known.
 * [TC2] A workshop keeps at most 600 checks: the oldest of those without a seat go first, then the oldest.
 * [TC3] `list` gives a workshop's checks, newest first, and no other's. They are deleted with their workshop.
 */
export interface CheckStore {
  keep(check: StoredCheck): Promise<void>
  list(workshopId: WorkshopId): Promise<readonly StoredCheck[]>
}
