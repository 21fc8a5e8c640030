import { documentName } from '@tafelrunde/protocol'
import type { RunState, SeatId, WorkshopId } from '@tafelrunde/schema/plain'
import type { Documents } from '../seams.ts'

/** Seats that have any document of the workshop open now, each once. */
export function presentSeats(documents: Documents, run: RunState): ReadonlySet<SeatId> {
  const workshopId = run.workshop.id as WorkshopId
  const names = [
    documentName('workshop', workshopId),
    documentName('plenary', workshopId),
    ...run.groups.map(({ id }) => documentName('group', id)),
  ]
  return new Set(names.flatMap((name) => documents.present(name)))
}
