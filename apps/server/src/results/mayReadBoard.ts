import { refuseRead } from '@tafelrunde/protocol'
import { stepOf, type Group, type RunState } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'

/** Whether the seat may read the board of a group now; the same question that the front layer asks for a document. */
export function mayReadBoard(run: RunState, seat: Pick<Seat, 'role' | 'groupId'>, group: Group): boolean {
  const refusal = refuseRead({
    role: seat.role,
    isMember: group.kind === 'common' || seat.groupId === group.id,
    isInLinkScope: seat.groupId === null || seat.groupId === group.id,
    isOpenToAll: stepOf(run, group.id)?.visibility === 'all',
  })
  return refusal === null
}
