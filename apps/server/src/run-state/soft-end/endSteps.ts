import type { WorkshopId } from '@tafelrunde/schema/plain'
import type { ServerParts } from '../../ServerParts.ts'
import { changeAnnounced } from '../changeAnnounced.ts'
import { groupsThatClose } from '../openRoots.ts'
import { keepEndSnapshot, type EndedStep } from './keepEndSnapshot.ts'
import { afterEnds, softEndsOf, type PlannedEnd } from './softEnds.ts'

type Parts = Pick<ServerParts, 'runStates' | 'documents' | 'snapshots' | 'audit' | 'news' | 'log' | 'now'>

/**
 * End soft steps whose time is up, as `step.close` of a moderator does: writers send what they have, the boards are
 * only read, a named snapshot is kept. An end that somebody has put off meanwhile does not come.
 *
 * @throws AppError if the disk refuses; everybody goes on writing then
 */
export async function endSteps(parts: Parts, workshopId: WorkshopId, dueKeys: ReadonlySet<string>): Promise<void> {
  const before = await parts.runStates.load(workshopId)
  const dueIn = (run: typeof before): readonly PlannedEnd[] => softEndsOf(run).filter(({ key }) => dueKeys.has(key))
  if (dueIn(before).length === 0) return
  const closing = groupsThatClose(before, afterEnds(before, dueIn(before)))
  let ends: readonly PlannedEnd[] = []
  const run = await changeAnnounced(parts, {
    workshopId,
    closing,
    reason: 'step.closed',
    next: (current) => {
      ends = dueIn(current)
      return afterEnds(current, ends)
    },
  })
  for (const { step, groupId } of ends) {
    const details = { stepId: step.id, groupId }
    await parts.audit.append({ workshopId, seatId: null, at: parts.now(), event: 'step.ended', details })
    parts.log.info('step.ended', { workshopId, stepId: step.id, groupId })
  }
  for (const ended of byStep(ends)) await keepEndSnapshot(parts, { workshopId, id: null }, { run, ended })
}

/** Groups with a time of their own may end together with the others: that is one end of one step. */
function byStep(ends: readonly PlannedEnd[]): readonly EndedStep[] {
  const steps = new Map(ends.map(({ step }) => [step.id, step]))
  return Array.from(steps.values(), (step) => {
    const groupIds = ends.filter((end) => end.step.id === step.id).map(({ groupId }) => groupId)
    const own = groupIds.filter((groupId) => groupId !== null)
    return { step, groupIds: own.length === groupIds.length ? own : null }
  })
}
