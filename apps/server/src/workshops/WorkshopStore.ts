import type { GroupId, SeatId, SeriesId, WorkshopId } from '@tafelrunde/schema/plain'
import type { NewLink } from '../links/LinkStore.ts'

/** Sessions that build on one another. */
export interface Series {
  readonly id: SeriesId
  readonly title: string
  readonly createdAt: number
}

/** What lists and permission checks need of a workshop; everything else is in its run state. */
export interface StoredWorkshop {
  readonly id: WorkshopId
  readonly seriesId: SeriesId
  readonly title: string
  readonly endsAt: number | null
  readonly createdAt: number
}

/** A workshop with all that must exist for anybody to enter it. */
export interface NewWorkshop {
  readonly workshop: StoredWorkshop
  /** null: the workshop continues a series that exists. */
  readonly newSeries: Series | null
  readonly groupIds: readonly GroupId[]
  readonly links: readonly NewLink[]
}

/**
 * Where workshops are kept.
 *
 * [W1] `create` stores the workshop, its series, groups and links together or not at all.
 * [W2] A workshop, series or group that was not created is not found.
 * [W3] A group belongs to exactly one workshop, for ever.
 * [W4] `edit` changes title and end; `addGroup` adds one more group.
 * [W5] After `shut` no seat and no link of the workshop opens anything; what there is of it stays.
 * [W6] `remove` takes away the workshop and every record that belongs to it, at once or not at all; nothing of another
 *      workshop, and of one that does not exist nothing. Documents are the journal's.
 */
export interface WorkshopStore {
  create(records: NewWorkshop): Promise<void>
  byId(id: WorkshopId): Promise<StoredWorkshop | null>
  seriesById(id: SeriesId): Promise<Series | null>
  workshopOfGroup(groupId: GroupId): Promise<WorkshopId | null>
  addGroup(workshopId: WorkshopId, groupId: GroupId): Promise<void>
  edit(id: WorkshopId, change: { readonly title: string; readonly endsAt: number | null }): Promise<void>
  /** Resolves with all seats that the workshop has ever had. */
  shut(id: WorkshopId, at: number): Promise<readonly SeatId[]>
  remove(id: WorkshopId): Promise<void>
  /** Number of workshops on this server. */
  count(): Promise<number>
}
