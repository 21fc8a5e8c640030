import { documentName } from '@tafelrunde/protocol'
import { readPlenary } from '@tafelrunde/schema'
import type { PlenaryDecisions, WorkshopId } from '@tafelrunde/schema/plain'
import { openPlenary } from '@tafelrunde/schema/transport'
import type { Documents } from '../seams.ts'

/** What the plenary of a workshop has decided so far: folds, wording, order. */
export function readDecisions(documents: Documents, workshopId: WorkshopId): Promise<PlenaryDecisions> {
  return documents.read(documentName('plenary', workshopId), (ydoc) => readPlenary(openPlenary(ydoc)))
}
