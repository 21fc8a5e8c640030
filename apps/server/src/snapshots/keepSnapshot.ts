import { AppError, documentName, type DocumentName } from '@tafelrunde/protocol'
import { newId, type SeatId, type SnapshotId, type WorkshopId } from '@tafelrunde/schema/plain'
import type { ServerParts } from '../ServerParts.ts'
import type { Snapshot } from './SnapshotStore.ts'

type Parts = Pick<ServerParts, 'runStates' | 'documents' | 'snapshots' | 'audit' | 'news' | 'log' | 'now'>

/** On whose behalf a snapshot is kept; without a seat the server does it by itself. */
export interface SnapshotKeeper {
  readonly workshopId: WorkshopId
  readonly id: SeatId | null
}

/**
 * Keep the run state, what the plenary decided and every board of the keeper's workshop under a name. A damaged board is
 * left out: the others must not stay without a named state because of it. `documents` says how many there are. With an
 * id it is kept once: doing it again changes nothing and tells nobody.
 */
export async function keepSnapshot(
  parts: Parts,
  keeper: SnapshotKeeper,
  { id = newId<SnapshotId>(), name }: { readonly id?: SnapshotId; readonly name: string },
): Promise<Snapshot> {
  const { workshopId } = keeper
  const run = await parts.runStates.load(workshopId)
  const names = [
    documentName('workshop', workshopId),
    documentName('plenary', workshopId),
    ...run.groups.map(({ id }) => documentName('group', id)),
  ]
  const states = (await Promise.all(names.map((document) => stateOf(parts, document)))).flat()
  const snapshot = { id, workshopId, name, at: parts.now() }
  const kept = { ...snapshot, documents: states.length }
  if (!(await parts.snapshots.keep(snapshot, states))) return kept
  const details = { snapshotId: snapshot.id }
  await parts.audit.append({ workshopId, seatId: keeper.id, at: snapshot.at, event: 'snapshot.kept', details })
  const bytes = states.reduce((sum, { state }) => sum + state.byteLength, 0)
  parts.log.info('snapshot.kept', { workshopId, snapshotId: snapshot.id, documents: states.length, bytes })
  parts.news.tell(workshopId, 'snapshots')
  return kept
}

async function stateOf(
  parts: Parts,
  document: DocumentName,
): Promise<readonly { readonly document: DocumentName; readonly state: Uint8Array }[]> {
  try {
    return [{ document, state: await parts.documents.readState(document) }]
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'document.damaged') throw cause
    parts.log.warn('snapshot.incomplete', { document })
    return []
  }
}
