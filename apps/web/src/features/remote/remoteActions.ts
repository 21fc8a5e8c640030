import type { RunCommand } from '@tafelrunde/protocol'
import { callApi } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { anything } from '../../api/shape.ts'

/** What a remote control does. Each call throws ApiError; its effect is seen through the event stream. */
export interface RemoteActions {
  run(command: RunCommand): Promise<unknown>
  keepNote(stepId: string, text: string): Promise<unknown>
}

/** The remote control's calls for one moderator's seat. */
export function remoteActions({ workshopId, token }: Pick<StoredSeat, 'workshopId' | 'token'>): RemoteActions {
  const path = `/workshops/${workshopId}`
  return {
    run: (command) => callApi('POST', `${path}/run`, { token, body: command, schema: anything }),
    keepNote: (stepId, text) =>
      callApi('PUT', `${path}/steps/${stepId}/notes`, { token, body: { text }, schema: anything }),
  }
}
