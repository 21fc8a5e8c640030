import { isModerating } from '@tafelrunde/protocol'
import { stepOf, type RunState } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'

/**
 * Whether the seat may see all groups merged now: moderators always, observers and screens of the whole workshop
 * always, everybody else while the step that counts for their group opens the plenary.
 */
export function mayReadPlenary(run: RunState, seat: Pick<Seat, 'role' | 'groupId'>): boolean {
  if (isModerating(seat.role)) return true
  const isOnlooker = seat.role === 'observer' || seat.role === 'screen'
  if (isOnlooker && seat.groupId === null) return true
  const step =
    seat.groupId === null ? run.steps.find(({ id }) => id === run.current?.stepId) : stepOf(run, seat.groupId)
  return step?.isPlenaryOpen ?? false
}
