import type { DocumentName } from '@tafelrunde/protocol'
import type { SnapshotId, WorkshopId } from '@tafelrunde/schema/plain'

/** A whole workshop under a name. */
export interface Snapshot {
  readonly id: SnapshotId
  readonly workshopId: WorkshopId
  readonly name: string
  readonly at: number
  /** How many documents it holds. */
  readonly documents: number
}

/** Full state of one document, as a Yjs V1 update. */
export interface DocumentState {
  readonly document: DocumentName
  readonly state: Uint8Array
}

/**
 * Where named snapshots are kept.
 *
 * [N1] `keep` stores all documents of a snapshot together or not at all.
 * [N2] A kept state reads back byte for byte.
 * [N3] `list` gives a workshop's snapshots, oldest first, and no other's. Snapshots are never changed.
 * [N4] Under one id one snapshot is kept, also when several are to be at once: `keep` says whether it was this one.
 */
export interface SnapshotStore {
  keep(snapshot: Omit<Snapshot, 'documents'>, states: readonly DocumentState[]): Promise<boolean>
  list(workshopId: WorkshopId): Promise<readonly Snapshot[]>
  states(id: SnapshotId): Promise<readonly DocumentState[]>
}
