import type { WorkshopId } from '@tafelrunde/schema/plain'
import type { ServerParts } from '../../ServerParts.ts'
import { changeAnnounced } from '../changeAnnounced.ts'
import { groupsThatClose } from '../openRoots.ts'
import { afterPartTurns, partTurnsOf, type PlannedPart } from './partTurns.ts'

type Parts = Pick<ServerParts, 'runStates' | 'documents' | 'audit' | 'log' | 'now'>

/**
 * Begin the parts of running steps whose time has come. Where a part allows less than the one before it, writers send
 * what they have first. A part that somebody has put off meanwhile does not begin.
 *
 * @throws AppError if the disk refuses; the part before goes on then
 */
export async function turnParts(parts: Parts, workshopId: WorkshopId, dueKeys: ReadonlySet<string>): Promise<void> {
  const before = await parts.runStates.load(workshopId)
  const dueIn = (run: typeof before): readonly PlannedPart[] => partTurnsOf(run).filter(({ key }) => dueKeys.has(key))
  if (dueIn(before).length === 0) return
  let begun: readonly PlannedPart[] = []
  await changeAnnounced(parts, {
    workshopId,
    closing: groupsThatClose(before, afterPartTurns(before, dueIn(before), parts.now())),
    reason: 'step.closed',
    next: (current) => {
      begun = dueIn(current)
      return afterPartTurns(current, begun, parts.now())
    },
  })
  for (const { stepId, groupId } of begun) {
    const details = { stepId, groupId }
    await parts.audit.append({ workshopId, seatId: null, at: parts.now(), event: 'part.began', details })
    parts.log.info('part.began', { workshopId, stepId, groupId })
  }
}
