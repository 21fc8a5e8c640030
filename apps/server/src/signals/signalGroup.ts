import { AppError, type ErrorCode, type SignalRequest } from '@tafelrunde/protocol'
import type { GroupId, GroupSignals, RunState, SeatId } from '@tafelrunde/schema/plain'
import type { Throttle } from '../live/Throttle.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { applySignal, signalsOf } from './applySignal.ts'

type Parts = Pick<ServerParts, 'runStates' | 'log' | 'now'> & { readonly signalThrottle: Throttle<SeatId> }

/**
 * Say for the whole group that it is ready or needs help, or take it back.
 *
 * @throws AppError `group.unknown` | `seat.observing` | `group.foreign` | `seat.muted` | `workshop.closed` | `request.tooMany`
 */
export async function signalGroup(
  parts: Parts,
  seat: Seat,
  { groupId, ...signal }: SignalRequest & { readonly groupId: GroupId },
): Promise<GroupSignals> {
  const { workshopId } = seat
  const run = await parts.runStates.load(workshopId)
  const refusal = refuseSignal(run, seat, groupId)
  if (refusal) throw new AppError(refusal, 'the seat may not signal for this group')
  parts.signalThrottle.take(seat.id)
  // Saying again what is so already wakes nobody.
  if (applySignal(run, groupId, { ...signal, at: 0 }) === run) return signalsOf(run, groupId)
  const at = parts.now()
  const changed = await parts.runStates.change(workshopId, (current) =>
    applySignal(current, groupId, { ...signal, at }),
  )
  parts.log.info('signal.told', { workshopId, type: signal.type, isOn: signal.isOn })
  return signalsOf(changed, groupId)
}

/** Members speak for their group, nobody else does. Null: the seat may. */
export function refuseSignal(
  run: RunState,
  seat: Pick<Seat, 'role' | 'groupId' | 'isMuted'>,
  groupId: GroupId,
): ErrorCode | null {
  if (!run.groups.some(({ id, kind }) => id === groupId && kind === 'group')) return 'group.unknown'
  if (seat.role !== 'participant' && seat.role !== 'scribe') return 'seat.observing'
  if (seat.groupId !== groupId) return 'group.foreign'
  if (seat.isMuted) return 'seat.muted'
  return run.closedAt === null ? null : 'workshop.closed'
}
