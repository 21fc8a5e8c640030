import { AppError, documentName } from '@tafelrunde/protocol'
import { newId, NOTHING_YET, type RunState, type SnapshotId } from '@tafelrunde/schema/plain'
import type { Revealing } from '../hidden-writing/Revealing.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { keepSnapshot } from '../snapshots/keepSnapshot.ts'
import { closeVote } from '../votes/closeVote.ts'
import { reconcileRounds } from '../votes/reconcileRounds.ts'
import type { VoteParts } from '../votes/roundOf.ts'

/** As before a freeze. */
const GRACE_MS = 3_000

type Parts = VoteParts & Pick<ServerParts, 'snapshots'> & { readonly revealing: Revealing }

/**
 * End a workshop: every board is frozen, open votes are closed, a named snapshot is kept, and what was written hidden
 * and never shown is deleted for good.
 *
 * The run state comes first: from then on nobody writes, votes or opens a vote, and everything after it can be repeated.
 * Doing it again completes what was interrupted, and changes nothing where nothing is missing.
 */
export async function closeWorkshop(parts: Parts, seat: Seat): Promise<RunState> {
  const before = await parts.runStates.load(seat.workshopId)
  if (before.closedAt === null) await close(parts, seat, before)
  return completeClosing(parts, seat, { isLastChance: false })
}

/**
 * Take a closing back: what was frozen before is frozen again, all else is open. What was deleted stays deleted.
 *
 * @throws AppError `storage.unavailable` while the disk cannot keep the state that the closing has promised
 */
export async function reopenWorkshop(parts: Parts, seat: Seat): Promise<RunState> {
  const { workshopId } = seat
  const before = await parts.runStates.load(workshopId)
  if (before.closedAt === null) return before
  // Not before everything is done that the closing has promised.
  await completeClosing(parts, seat, { isLastChance: true })
  let isFirst = false
  const run = await parts.runStates.change(workshopId, (current) => {
    isFirst = current.closedAt !== null
    if (!isFirst) return current
    const frozen = current.closing?.frozenBefore ?? NOTHING_YET.frozen
    return { ...current, closedAt: null, closing: null, frozen }
  })
  if (!isFirst) return run
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'workshop.reopened', details: {} })
  parts.log.info('workshop.reopened', { workshopId })
  return run
}

async function close(parts: Parts, seat: Seat, before: RunState): Promise<void> {
  const { workshopId } = seat
  const boards = before.groups.map(({ id }) => documentName('group', id))
  let isFirst = false
  try {
    await parts.documents.announceAndFlush(boards, 'workshop.closed', GRACE_MS)
    await parts.runStates.change(workshopId, (current) => {
      isFirst = current.closedAt === null
      if (!isFirst) return current
      const closing = { snapshotId: newId<SnapshotId>(), frozenBefore: current.frozen }
      return { ...current, closedAt: parts.now(), closing, frozen: { all: true, groupIds: [] } }
    })
  } catch (cause) {
    parts.documents.takeBackAnnouncement(boards)
    throw cause
  }
  if (!isFirst) return
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'workshop.closed', details: {} })
  parts.log.info('workshop.closed', { workshopId })
}

async function completeClosing(
  parts: Parts,
  seat: Seat,
  { isLastChance }: { readonly isLastChance: boolean },
): Promise<RunState> {
  try {
    await closeOpenVotes(parts, seat)
    await keepLastSnapshot(parts, seat, { isLastChance })
  } finally {
    // The deletion that people were promised waits for nothing that fails.
    await parts.revealing.deleteAll(seat.workshopId)
  }
  return parts.runStates.load(seat.workshopId)
}

/** Nobody opens another one meanwhile: the workshop is closed. */
async function closeOpenVotes(parts: Parts, seat: Seat): Promise<void> {
  const run = await parts.runStates.load(seat.workshopId)
  // Somebody has opened it again, and may have opened a vote since.
  if (run.closedAt === null) return
  for (const { id, closedAt } of run.rounds) {
    if (closedAt === null && (await parts.votes.round(id))) await closeVote(parts, seat, id)
  }
  // What the store does not know is no vote.
  await reconcileRounds(parts, seat.workshopId)
}

/** After the votes, so that it tells them as closed; under the id that the run state remembers, so that there is one. */
async function keepLastSnapshot(
  parts: Parts,
  seat: Seat,
  { isLastChance }: { readonly isLastChance: boolean },
): Promise<void> {
  const { workshop, closedAt, closing } = await parts.runStates.load(seat.workshopId)
  if (closedAt === null || closing === null) return
  const { language, timeZone } = workshop
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const name = language === 'de' ? `Geschlossen am ${time.format(closedAt)}` : `Closed on ${time.format(closedAt)}`
  try {
    await keepSnapshot(parts, seat, { id: closing.snapshotId, name })
  } catch (cause) {
    if (!(cause instanceof AppError) || (isLastChance && cause.code === 'storage.unavailable')) throw cause
    // The boards are frozen and stay as they are: whoever closes again tries it once more, and nobody opens them before.
    parts.log.error('snapshot.failed', { workshopId: seat.workshopId }, cause)
  }
}
