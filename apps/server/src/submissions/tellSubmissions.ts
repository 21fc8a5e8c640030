import type { RunState, WorkshopId } from '@tafelrunde/schema/plain'
import type { ServerParts } from '../ServerParts.ts'

/** Tell every page that submissions or priorities are others now; they ask anew for what they may see. */
export function tellSubmissions(parts: Pick<ServerParts, 'runStates'>, workshopId: WorkshopId): Promise<RunState> {
  return parts.runStates.change(workshopId, (run) => ({ ...run, submissionsVersion: run.submissionsVersion + 1 }))
}
