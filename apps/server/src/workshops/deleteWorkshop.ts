import { documentName } from '@tafelrunde/protocol'
import type { GroupId, SeatId, WorkshopId } from '@tafelrunde/schema/plain'
import type { HiddenNotes } from '../hidden-writing/HiddenNotes.ts'
import type { ServerParts } from '../ServerParts.ts'

/** What deleting needs. */
export type DeletionParts = Pick<ServerParts, 'workshops' | 'liveSeats' | 'runStates' | 'documents' | 'now'> & {
  readonly hiddenNotes: HiddenNotes
}

/**
 * Delete a workshop for good: its documents with their history, and every record. Doors are shut first, so that nobody
 * opens anything meanwhile. Doing it again completes what was interrupted; a workshop of which only documents were
 * written is deleted as well.
 */
export async function deleteWorkshop(
  parts: DeletionParts,
  { workshopId, groupIds }: { readonly workshopId: WorkshopId; readonly groupIds: readonly GroupId[] },
): Promise<void> {
  const seatIds = await shut(parts, workshopId)
  await parts.documents.forget(
    [
      ...groupIds.map((id) => documentName('group', id)),
      ...seatIds.map((id) => documentName('private', id)),
      documentName('plenary', workshopId),
      documentName('workshop', workshopId),
    ],
    'workshop.unknown',
  )
  parts.hiddenNotes.forget(seatIds)
  await parts.workshops.remove(workshopId)
  parts.runStates.forget(workshopId)
}

async function shut(parts: DeletionParts, workshopId: WorkshopId): Promise<readonly SeatId[]> {
  if (parts.runStates.current(workshopId)) {
    // No end of a step is waited for any more.
    await parts.runStates.change(workshopId, (run) => ({ ...run, current: null, groupRuns: {} }))
  }
  const seatIds = await parts.workshops.shut(workshopId, parts.now())
  for (const id of seatIds) await parts.liveSeats.tellChanged(id)
  return seatIds
}
