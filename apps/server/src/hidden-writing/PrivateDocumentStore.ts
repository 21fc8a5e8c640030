import type { SeatId, WorkshopId } from '@tafelrunde/schema/plain'

/**
 * Which private documents there are; their content is a matter of journal and memory.
 *
 * [PD1] `seatsOf` gives the seats of one workshop that have ever written one, revoked ones too.
 * [PD2] `workshops` gives each workshop that has any.
 */
export interface PrivateDocumentStore {
  seatsOf(workshopId: WorkshopId): Promise<readonly SeatId[]>
  workshops(): Promise<readonly WorkshopId[]>
}
