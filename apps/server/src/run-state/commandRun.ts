import { documentName, type DocumentName, type ErrorCode, type RunCommand } from '@tafelrunde/protocol'
import type { RunState, WorkshopId } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { keepSnapshot } from '../snapshots/keepSnapshot.ts'
import { applyRunCommand } from './applyRunCommand.ts'
import { groupsThatClose } from './openRoots.ts'

/** How long clients may take to send what was typed before writing ends; `architecture`: at most 3 s. */
const GRACE_MS = 3_000

type Parts = Pick<ServerParts, 'runStates' | 'documents' | 'audit' | 'log' | 'now' | 'snapshots' | 'workshops' | 'news'>

/**
 * Carry out one command of a moderator on the run state of the seat's workshop.
 *
 * Where the command closes boards, their writers are told first and asked to send what they have; only then the run
 * state changes, so that nothing typed in time is refused. Freezing everything keeps a named snapshot.
 *
 * @throws AppError `step.conflict` | `step.unknown` | `group.unknown`
 */
export async function commandRun(parts: Parts, seat: Seat, command: RunCommand): Promise<RunState> {
  const { workshopId } = seat
  const before = await parts.runStates.load(workshopId)
  const closing = groupsThatClose(before, applyRunCommand(before, command, parts.now()))
  const run = await change(
    parts,
    workshopId,
    command,
    closing.map(({ id }) => documentName('group', id)),
  )
  if (command.type === 'freeze' && command.groupId === undefined) await keepFreezeSnapshot(parts, seat, run)
  const groupId = 'groupId' in command ? (command.groupId ?? null) : null
  const details = { command: command.type, groupId, stepId: run.current?.stepId ?? null }
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'run.commanded', details })
  parts.log.info('run.commanded', { workshopId, command: command.type })
  return run
}

/** If the change fails (a full disk, somebody was faster), those who were told that writing ends are told that it goes on. */
async function change(
  parts: Parts,
  workshopId: WorkshopId,
  command: RunCommand,
  closing: readonly DocumentName[],
): Promise<RunState> {
  try {
    if (closing.length > 0) await parts.documents.announceAndFlush(closing, reasonOf(command), GRACE_MS)
    return await parts.runStates.change(workshopId, (current) => applyRunCommand(current, command, parts.now()))
  } catch (cause) {
    parts.documents.takeBackAnnouncement(closing)
    throw cause
  }
}

function reasonOf(command: RunCommand): ErrorCode {
  if (command.type === 'freeze') return 'board.frozen'
  return command.type === 'board.lock' ? 'board.locked' : 'step.closed'
}

async function keepFreezeSnapshot(parts: Parts, seat: Seat, run: RunState): Promise<void> {
  const { language, timeZone } = run.workshop
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const at = time.format(parts.now())
  try {
    await keepSnapshot(parts, seat, language === 'de' ? `Eingefroren am ${at}` : `Frozen on ${at}`)
  } catch (cause) {
    // The boards are frozen and say so; a board that cannot be read must not turn that into an error.
    parts.log.error('snapshot.failed', { workshopId: seat.workshopId }, cause)
  }
}
