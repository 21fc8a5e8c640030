import type { ErrorCode, RunCommand } from '@tafelrunde/protocol'
import { stepRunOf, type GroupId, type RunState } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { keepSnapshot } from '../snapshots/keepSnapshot.ts'
import { applyRunCommand } from './applyRunCommand.ts'
import { changeAnnounced } from './changeAnnounced.ts'
import { groupsThatClose } from './openRoots.ts'
import { keepEndSnapshot } from './soft-end/keepEndSnapshot.ts'

type Parts = Pick<ServerParts, 'runStates' | 'documents' | 'audit' | 'log' | 'now' | 'snapshots' | 'workshops' | 'news'>

/**
 * Carry out one command of a moderator on the run state of the seat's workshop.
 *
 * Where the command closes boards, their writers are told first and asked to send what they have; only then the run
 * state changes, so that nothing typed in time is refused. Freezing everything and ending a step keep a named snapshot.
 *
 * @throws AppError `step.conflict` | `step.unknown` | `group.unknown`
 */
export async function commandRun(parts: Parts, seat: Seat, command: RunCommand): Promise<RunState> {
  const { workshopId } = seat
  const before = await parts.runStates.load(workshopId)
  const closing = groupsThatClose(before, applyRunCommand(before, command, parts.now()))
  const run = await changeAnnounced(parts, {
    workshopId,
    closing,
    reason: reasonOf(command),
    next: (current) => applyRunCommand(current, command, parts.now()),
  })
  if (command.type === 'freeze' && command.groupId === undefined) await keepFreezeSnapshot(parts, seat, run)
  if (command.type === 'step.close') await keepCloseSnapshot(parts, seat, { run, groupId: command.groupId })
  const groupId = 'groupId' in command ? (command.groupId ?? null) : null
  const stepId = (groupId === null ? run.current : stepRunOf(run, groupId as GroupId))?.stepId ?? null
  const details = { command: command.type, groupId, stepId }
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'run.commanded', details })
  parts.log.info('run.commanded', { workshopId, command: command.type })
  return run
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
    await keepSnapshot(parts, seat, { name: language === 'de' ? `Eingefroren am ${at}` : `Frozen on ${at}` })
  } catch (cause) {
    // The boards are frozen and say so; a board that cannot be read must not turn that into an error.
    parts.log.error('snapshot.failed', { workshopId: seat.workshopId }, cause)
  }
}

async function keepCloseSnapshot(
  parts: Parts,
  seat: Seat,
  { run, groupId }: { run: RunState; groupId: string | undefined },
): Promise<void> {
  const stepRun = groupId === undefined ? run.current : stepRunOf(run, groupId as GroupId)
  const step = run.steps.find(({ id }) => id === stepRun?.stepId)
  const groupIds = groupId === undefined ? null : [groupId as GroupId]
  if (step) await keepEndSnapshot(parts, seat, { run, ended: { step, groupIds } })
}
