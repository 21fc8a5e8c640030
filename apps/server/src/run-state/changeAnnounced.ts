import { documentName, type ErrorCode } from '@tafelrunde/protocol'
import type { Group, RunState, WorkshopId } from '@tafelrunde/schema/plain'
import type { ServerParts } from '../ServerParts.ts'

/** How long clients may take to send what was typed before writing ends; `architecture`: at most 3 s. */
const GRACE_MS = 3_000

/** A change of the run state, and the boards of which it closes something. */
export interface AnnouncedChange {
  readonly workshopId: WorkshopId
  readonly closing: readonly Pick<Group, 'id'>[]
  readonly reason: ErrorCode
  readonly next: (run: RunState) => RunState
}

/**
 * Change the run state once the writers of the boards that close have sent what they have, so that nothing typed in
 * time is refused. If the change fails or comes to nothing (a full disk, somebody was faster), those who were told that
 * writing ends are told that it goes on.
 */
export async function changeAnnounced(
  parts: Pick<ServerParts, 'runStates' | 'documents'>,
  { workshopId, closing, reason, next }: AnnouncedChange,
): Promise<RunState> {
  const names = closing.map(({ id }) => documentName('group', id))
  try {
    if (names.length > 0) await parts.documents.announceAndFlush(names, reason, GRACE_MS)
    const { version } = await parts.runStates.load(workshopId)
    const run = await parts.runStates.change(workshopId, next)
    if (run.version === version) parts.documents.takeBackAnnouncement(names)
    return run
  } catch (cause) {
    parts.documents.takeBackAnnouncement(names)
    throw cause
  }
}
