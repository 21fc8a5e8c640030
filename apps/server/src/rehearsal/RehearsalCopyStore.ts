import type { GroupId, WorkshopId } from '@tafelrunde/schema/plain'

/** A workshop that exists for a rehearsal, and its boards. */
export interface RehearsalCopy {
  readonly workshopId: WorkshopId
  readonly groupIds: readonly GroupId[]
}

/**
 * Remembers which workshops are copies that have to go.
 *
 * [RC1] What was noted is listed until it is crossed off, also after a restart, whether the workshop exists or not.
 * [RC2] Noting or crossing off twice is as once.
 */
export interface RehearsalCopyStore {
  note(copy: RehearsalCopy): Promise<void>
  crossOff(workshopId: WorkshopId): Promise<void>
  list(): Promise<readonly RehearsalCopy[]>
}
