import type { GroupId, SeatId, WorkshopId } from '@tafelrunde/schema/plain'

/** Id that the author's device made, so that sending it twice keeps one entry. */
export type TrayEntryId = string & { readonly __brand: 'TrayEntryId' }

/** What has become of an entry. */
export type TrayState = 'waiting' | 'taken' | 'discarded'

/** A text that a board has not taken, kept for its author and the moderators. */
export interface TrayRecord {
  readonly id: TrayEntryId
  readonly workshopId: WorkshopId
  readonly seatId: SeatId
  readonly groupId: GroupId
  readonly itemId: string | null
  readonly fieldId: string | null
  readonly text: string
  readonly reason: string
  readonly at: number
  readonly state: TrayState
}

/**
 * Where refused texts are kept.
 *
 * [T1] `put` is idempotent by id: the first text stays, and an entry of another seat is never overwritten.
 * [T2] `list` gives the entries of a workshop (of one seat, if asked for) in the order of their time.
 * [T3] `decide` moves a waiting entry to taken or discarded once; of two decisions the first one stands.
 */
export interface TrayStore {
  /** False when there is an entry of this id already. */
  put(entry: TrayRecord): Promise<boolean>
  byId(id: TrayEntryId): Promise<TrayRecord | null>
  list(workshopId: WorkshopId, seatId?: SeatId): Promise<readonly TrayRecord[]>
  /** False when the entry was decided before. */
  decide(id: TrayEntryId, state: TrayState): Promise<boolean>
}
