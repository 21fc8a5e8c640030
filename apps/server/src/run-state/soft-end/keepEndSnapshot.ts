import type { GroupId, RunState, Step } from '@tafelrunde/schema/plain'
import { keepSnapshot, type SnapshotKeeper } from '../../snapshots/keepSnapshot.ts'
import type { ServerParts } from '../../ServerParts.ts'

type Parts = Pick<ServerParts, 'runStates' | 'documents' | 'snapshots' | 'audit' | 'news' | 'log' | 'now'>

/** A step whose writing has ended, for everybody or for some groups only. */
export interface EndedStep {
  readonly step: Pick<Step, 'title'>
  /** Null: for everybody. */
  readonly groupIds: readonly GroupId[] | null
}

/** Keep what there is at the end of a step under the step's name. Never rejects. */
export async function keepEndSnapshot(
  parts: Parts,
  keeper: SnapshotKeeper,
  { run, ended }: { run: RunState; ended: EndedStep },
): Promise<void> {
  try {
    await keepSnapshot(parts, keeper, { name: endName(run, ended) })
  } catch (cause) {
    // The boards are closed and say so; a board that cannot be read must not turn that into an error.
    parts.log.error('snapshot.failed', { workshopId: keeper.workshopId }, cause)
  }
}

function endName(run: RunState, { step, groupIds }: EndedStep): string {
  const word = run.workshop.language === 'de' ? 'Ende' : 'End'
  const letters = run.groups.filter(({ id }) => groupIds?.includes(id)).map(({ letter }) => letter)
  return letters.length === 0 ? `${word}: ${step.title}` : `${word}: ${step.title} (${letters.join(', ')})`
}
