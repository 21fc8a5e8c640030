import { AppError, documentName } from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import type { Revealing } from '../hidden-writing/Revealing.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { keepSnapshot } from '../snapshots/keepSnapshot.ts'

/** As before a freeze. */
const GRACE_MS = 3_000

type Parts = Pick<
  ServerParts,
  'runStates' | 'documents' | 'audit' | 'log' | 'now' | 'snapshots' | 'workshops' | 'news'
> & { readonly revealing: Revealing }

/**
 * End a workshop: every board is frozen, a named snapshot is kept, and what was written hidden and never shown is
 * deleted for good. Doing it again completes what was interrupted.
 */
export async function closeWorkshop(parts: Parts, seat: Seat): Promise<RunState> {
  const { workshopId } = seat
  const before = await parts.runStates.load(workshopId)
  const run = before.closedAt === null ? await close(parts, before) : before
  if (before.closedAt === null) await keepLastSnapshot(parts, seat, run)
  await parts.revealing.deleteAll(workshopId)
  if (before.closedAt !== null) return run
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'workshop.closed', details: {} })
  parts.log.info('workshop.closed', { workshopId })
  return run
}

/** Take a closing back: boards are open again. What was deleted stays deleted. */
export async function reopenWorkshop(parts: Parts, seat: Seat): Promise<RunState> {
  const { workshopId } = seat
  const before = await parts.runStates.load(workshopId)
  if (before.closedAt === null) return before
  // Not before everything is gone that the closing has promised to delete.
  await parts.revealing.deleteAll(workshopId)
  const run = await parts.runStates.change(workshopId, (current) => ({
    ...current,
    closedAt: null,
    frozen: { all: false, groupIds: [] },
  }))
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'workshop.reopened', details: {} })
  parts.log.info('workshop.reopened', { workshopId })
  return run
}

async function close(parts: Parts, before: RunState): Promise<RunState> {
  const boards = before.groups.map(({ id }) => documentName('group', id))
  try {
    await parts.documents.announceAndFlush(boards, 'workshop.closed', GRACE_MS)
    const workshopId = before.workshop.id as Seat['workshopId']
    return await parts.runStates.change(workshopId, (current) => ({
      ...current,
      closedAt: current.closedAt ?? parts.now(),
      frozen: { all: true, groupIds: [] },
    }))
  } catch (cause) {
    parts.documents.takeBackAnnouncement(boards)
    throw cause
  }
}

async function keepLastSnapshot(parts: Parts, seat: Seat, run: RunState): Promise<void> {
  const { language, timeZone } = run.workshop
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const at = time.format(parts.now())
  try {
    await keepSnapshot(parts, seat, language === 'de' ? `Geschlossen am ${at}` : `Closed on ${at}`)
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    // The boards are frozen and stay as they are; the deletion that people were promised does not wait for it.
    parts.log.error('snapshot.failed', { workshopId: seat.workshopId }, cause)
  }
}
